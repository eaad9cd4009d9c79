package io.tidemark.policy;

import io.tidemark.incident.DataIncident;
import io.tidemark.incident.IncidentKind;
import io.tidemark.policy.Rule.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What would lead to another recommendation. */
final class WouldChange {
    private static final int MOST_NAMED = 5;

    private WouldChange() {}

    /**
     * The conditions, in sentences.
     *
     * @param verdicts what the rules ask for, the deciding one first
     */
    static List<String> of(Case given, List<Verdict> verdicts, Optional<Balance> balance) {
        Action action = verdicts.get(0).action();
        List<String> sentences = new ArrayList<>();
        switch (action) {
            case INVESTIGATE_DATA -> {
                Verdict next = verdicts.stream()
                        .filter(verdict -> verdict.action() != action)
                        .findFirst()
                        .orElseThrow();
                sentences.add("were the data found to be right, it would be " + next.action() + ": " + next.headline());
                // A cohort under quarantine stays so, whatever is accepted.
                if (verdicts.stream()
                                .filter(verdict -> verdict.action() == action)
                                .count()
                        == 1) {
                    accepting(given.shifts()).ifPresent(sentences::add);
                }
            }
            case RETRAIN_BLOCKED_LABELS ->
                sentences.add("outcomes that are known on "
                        + given.block().orElseThrow().from()
                        + "; if they show no loss against newer models, the champion stays");
            case RECALIBRATE ->
                sentences.add("bads within a tenth of what the score expects: an average of two cohorts or more");
            case RETRAIN, RESTORE, KEEP, WATCH, CANNOT_TELL -> {}
        }
        balance.flatMap(figures -> price(given, action, figures)).ifPresent(sentences::add);
        Review.cohortsUntilDue(given)
                .filter(cohorts -> action == Action.KEEP || action == Action.WATCH)
                .ifPresent(cohorts -> sentences.add(
                        "if newer models go on doing as much better, a retrain is due in " + Figures.cohorts(cohorts)));
        if (given.evidence().retraining().isEmpty()) {
            sentences.add(
                    "outcomes: by them the model itself would be judged, and a retrain could be called for; name the"
                            + " column with --label");
        }
        return sentences;
    }

    /** How a user says that what looks like a fault is none; with what was accepted before, since an option replaces what the file says. */
    private static Optional<String> accepting(ShiftEvidence evidence) {
        if (evidence.incidents(IncidentKind.Nature.DEFECT).isEmpty()) {
            return Optional.empty();
        }
        List<String> columns = evidence.incidents().stream()
                .filter(incident -> incident.kind().nature() == IncidentKind.Nature.DEFECT || incident.isAccepted())
                .map(DataIncident::column)
                .distinct()
                .toList();
        int more = columns.size() - MOST_NAMED;
        return Optional.of("once the incidents were looked into and are right: "
                + columns.stream()
                        .limit(MOST_NAMED)
                        .map(column -> "--accepted " + column + "="
                                + evidence.newest().cohort().window().to())
                        .collect(Collectors.joining(" "))
                + (more > 0 ? " and likewise for " + more + " more" : ""));
    }

    private static Optional<String> price(Case given, Action action, Balance figures) {
        if (figures.breakEvenCost().isEmpty()) {
            return given.live()
                    .filter(live -> action == Action.KEEP)
                    .map(live -> live.gap().debt() > 0
                            ? "no price of a retrain yet: that newer models do better is not clear enough"
                            : "no price of a retrain: the champion has lost nothing by not having been renewed");
        }
        double price = figures.breakEvenCost().getAsDouble();
        Costs costs = given.costs();
        String now = " (now " + Figures.number(costs.prices().retrain()) + ")";
        return switch (action) {
            case RETRAIN -> Optional.of("a price of a retrain above " + costs.said(price) + now);
            case RESTORE ->
                Optional.of("a price of putting a model back above "
                        + costs.said(price
                                * costs.prices().restore()
                                / costs.prices().retrain()) + " (now "
                        + Figures.number(costs.prices().restore()) + ")");
            case KEEP, WATCH, RECALIBRATE -> Optional.of("a price of a retrain below " + costs.said(price) + now);
            case INVESTIGATE_DATA, RETRAIN_BLOCKED_LABELS, CANNOT_TELL -> Optional.empty();
        };
    }
}
