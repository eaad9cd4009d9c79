package io.tidemark.policy;

import io.tidemark.cohort.Window;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The cohorts that a new model would be trained on.
 *
 * <p>Those since the dated change whose outcomes are known; or the W newest, as the recipe takes, where no change is dated, or where models
 * trained on these did better after the change than one trained on what is known since is expected to ({@link LabelOutlook}). Cohorts in
 * quarantine are left out.
 *
 * @param span from the first day of the first to the last day of the last
 * @param cohorts how many, without those left out
 * @param reason why these, in words
 * @param warning what is to be feared of them, in words
 */
public record TrainingWindow(Window span, int cohorts, String reason, Optional<String> warning) {
    /** Empty before the outcomes of a cohort are known. */
    static Optional<TrainingWindow> of(Case given) {
        Optional<RetrainingEvidence> evidence = given.evidence().retraining();
        if (evidence.isEmpty() || evidence.get().newestMature() < 0) {
            return Optional.empty();
        }
        RetrainingEvidence known = evidence.get();
        OptionalInt onset = onset(given, known);
        if (given.block().isPresent()) {
            return given.block()
                    .get()
                    .outlook()
                    .flatMap(outlook -> outlook.enoughAt()
                            .map(enough -> of(
                                    known,
                                    outlook.onset(),
                                    enough,
                                    "the cohorts since the change of "
                                            + outlook.cohort(known).label() + ", once their outcomes are known")));
        }
        int last = known.newestMature();
        int usual = known.shadows().map(Shadows::trainingWindow).orElse(last + 1);
        int first = Math.max(0, last - usual + 1);
        if (onset.isEmpty() || onset.getAsInt() > last) {
            return Optional.of(
                    of(known, first, last, "the newest cohorts whose outcomes are known; no change is dated"));
        }
        LabelOutlook outlook = LabelOutlook.of(given.evidence(), known, onset.getAsInt());
        String change = "the change of " + outlook.cohort(known).label();
        OptionalDouble proven =
                given.live().map(live -> freshSince(live, onset.getAsInt())).orElse(OptionalDouble.empty());
        OptionalDouble expected = outlook.expectedAuc();
        if (first < onset.getAsInt()
                && proven.isPresent()
                && expected.isPresent()
                && proven.getAsDouble() > expected.getAsDouble()) {
            String reason = "the newest cohorts, also from before " + change + ": models trained on so many reached an"
                    + " AUC of " + Figures.auc(proven.getAsDouble()) + " after it, and on the " + outlook.bads()
                    + " bads since then " + Figures.auc(expected.getAsDouble()) + " is to be expected";
            return Optional.of(of(known, first, last, reason));
        }
        return Optional.of(of(known, onset.getAsInt(), last, "the cohorts since " + change));
    }

    private static OptionalInt onset(Case given, RetrainingEvidence known) {
        if (known.behaviourOnset().isPresent()) {
            return known.behaviourOnset();
        }
        return given.alarm()
                .map(alarm -> OptionalInt.of(Block.index(known, alarm.since())))
                .orElse(OptionalInt.empty());
    }

    /** What models that have seen the change reached on the cohort after their training, the mean of the last two. */
    private static OptionalDouble freshSince(LiveSituation live, int onset) {
        int last = live.situation().newestMature();
        int first = Math.max(live.number(onset) + 1, live.situation().known().firstModel() + 1);
        return IntStream.rangeClosed(Math.max(first, last - 1), last)
                .mapToDouble(cohort -> live.situation().known().auc(cohort - 1, cohort))
                .average();
    }

    private static TrainingWindow of(RetrainingEvidence known, int first, int last, String reason) {
        List<String> leftOut = IntStream.rangeClosed(first, last)
                .filter(known::isQuarantined)
                .mapToObj(index -> known.cohort(index).label() + " ("
                        + known.cohorts().get(index).quarantine().orElseThrow() + ")")
                .toList();
        int cohorts = (int) known.counted(first, last).count();
        String without =
                leftOut.isEmpty() ? "" : ", without " + leftOut.stream().collect(Collectors.joining(", "));
        Optional<String> warning =
                known.season().isPresent() && cohorts < known.season().getAsInt()
                        ? Optional.of("it is shorter than the season of "
                                + Figures.cohorts(known.season().getAsInt())
                                + " that was seen in the data: a model trained on it may take the season for a change")
                        : Optional.empty();
        Window span = new Window(
                known.cohort(first).start(), known.cohort(last).window().to());
        return new TrainingWindow(span, cohorts, reason + without, warning);
    }

    /** The window and its reason in a sentence. */
    String sentence() {
        return "a new model would be trained on " + span.from() + " to " + span.to() + ", " + Figures.cohorts(cohorts)
                + ": " + reason;
    }
}
