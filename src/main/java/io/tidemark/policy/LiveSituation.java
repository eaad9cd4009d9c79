package io.tidemark.policy;

import io.tidemark.backtest.ArchivedModel;
import io.tidemark.backtest.DebtEstimate;
import io.tidemark.backtest.GapEvidence;
import io.tidemark.backtest.Prices;
import io.tidemark.backtest.RetrainingPolicy;
import io.tidemark.backtest.Situation;
import io.tidemark.backtest.StalenessCell;
import io.tidemark.backtest.StalenessMatrix;
import io.tidemark.cohort.Cohort;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;

/**
 * The situation in which a rule for retraining is asked, with nothing in it that is later than the newest mature cohort.
 *
 * <p>Cohorts in quarantine are no part of it: the others are numbered anew, and a model that was trained through one goes by the cohort before.
 * The gap of a cohort that follows one is then to a model that was trained before it; its standard error is taken over.
 */
final class LiveSituation {
    private final RetrainingEvidence evidence;

    /** The cohorts that count, by their new numbers. */
    private final List<Integer> kept;

    private final Situation situation;
    private final RetrainingPolicy rule;

    private LiveSituation(RetrainingEvidence evidence, List<Integer> kept, Situation situation, RetrainingPolicy rule) {
        this.evidence = evidence;
        this.kept = kept;
        this.situation = situation;
        this.rule = rule;
    }

    /**
     * Empty where {@link #lacking} says why.
     *
     * @param rule that is asked
     */
    static Optional<LiveSituation> of(RetrainingEvidence evidence, RetrainingPolicy rule) {
        return lacking(evidence).isPresent() ? Optional.empty() : Optional.of(build(evidence, rule));
    }

    /** Why no rule for retraining can be asked; empty where it can. */
    static Optional<String> lacking(RetrainingEvidence evidence) {
        if (evidence.shadows().isEmpty()) {
            return Optional.of("no model of a staleness recipe was trained");
        }
        List<Integer> kept = kept(evidence);
        int first = firstModel(evidence, kept);
        int mature = position(kept, newestKnown(evidence));
        int champion = position(kept, evidence.champion().trainedThrough());
        if (first < 0 || mature <= first) {
            return Optional.of("the outcomes that are known reach no further than the first model of the recipe '"
                    + evidence.shadows().get().recipe() + "' was trained");
        }
        if (champion < first) {
            return Optional.of("the champion was trained before the first model of the recipe '"
                    + evidence.shadows().get().recipe() + "' could be");
        }
        return champion > mature
                ? Optional.of("the champion was trained on later cohorts than have outcomes that are known")
                : Optional.empty();
    }

    /** m, or the last cohort that the models were tried on, if that is earlier. */
    private static int newestKnown(RetrainingEvidence evidence) {
        return Math.min(
                evidence.newestMature(),
                evidence.shadows().orElseThrow().matrix().lastCohort());
    }

    private static List<Integer> kept(RetrainingEvidence evidence) {
        return evidence.counted(0, evidence.now()).boxed().toList();
    }

    /** The new number of a cohort, or of the one before it that counts; −1 where there is none. */
    private static int position(List<Integer> kept, int index) {
        return (int) kept.stream().filter(cohort -> cohort <= index).count() - 1;
    }

    private static int firstModel(RetrainingEvidence evidence, List<Integer> kept) {
        int first = evidence.shadows().orElseThrow().matrix().firstModel();
        return IntStream.range(0, kept.size())
                .filter(number -> kept.get(number) >= first)
                .findFirst()
                .orElse(-1);
    }

    private static LiveSituation build(RetrainingEvidence evidence, RetrainingPolicy rule) {
        List<Integer> kept = kept(evidence);
        int first = firstModel(evidence, kept);
        int mature = position(kept, newestKnown(evidence));
        int now = kept.size() - 1;
        int champion = position(kept, evidence.champion().trainedThrough());
        TreeSet<Integer> archive = new TreeSet<>(List.of(champion));
        evidence.champion().archive().stream()
                .map(model -> position(kept, model))
                .filter(model -> model >= first && model <= mature)
                .forEach(archive::add);
        OptionalInt end = evidence.plannedEnd();
        Situation situation = new Situation(
                known(evidence.shadows().orElseThrow().matrix(), kept, first, mature),
                now,
                champion,
                OptionalInt.empty(),
                Math.max(position(kept, evidence.champion().deployedAfter()), champion),
                List.copyOf(archive),
                evidence.costs().prices(),
                end.isPresent() ? OptionalInt.of(now + end.getAsInt() - evidence.now()) : end);
        return new LiveSituation(evidence, kept, situation, rule);
    }

    private static StalenessMatrix known(StalenessMatrix matrix, List<Integer> kept, int first, int mature) {
        List<StalenessCell> cells = new ArrayList<>();
        for (int model = first; model < mature; model++) {
            for (int cohort = model + 1; cohort <= mature; cohort++) {
                int oldModel = kept.get(model);
                int oldCohort = kept.get(cohort);
                cells.add(new StalenessCell(
                        model,
                        cohort,
                        matrix.loss(oldModel, oldCohort),
                        matrix.auc(oldModel, oldCohort),
                        cohort == model + 1 ? 0 : matrix.gapStandardError(oldModel, oldCohort)));
            }
        }
        return StalenessMatrix.of(cells);
    }

    Situation situation() {
        return situation;
    }

    /** The same with other losses of the champion, by the cohort and its loss there. */
    LiveSituation withChampionLoss(ToDoubleBiFunction<Cohort, Double> loss) {
        return with(situation.withChampionLoss(cell -> loss.applyAsDouble(cohort(cell.cohort()), cell.loss())));
    }

    LiveSituation at(Prices prices) {
        return with(situation.at(prices));
    }

    private LiveSituation with(Situation other) {
        return new LiveSituation(evidence, kept, other, rule);
    }

    /** The cohort of a number of the situation. */
    Cohort cohort(int number) {
        return evidence.cohort(kept.get(number));
    }

    /** The index in the evidence of a number of the situation, which may lie ahead. */
    int index(int number) {
        int now = situation.now();
        return number <= now ? kept.get(number) : evidence.now() + number - now;
    }

    /** The number of a cohort by its index in the evidence, or of the one before it that counts. */
    int number(int index) {
        return position(kept, index);
    }

    Cohort newestMature() {
        return cohort(situation.newestMature());
    }

    /** What the rule for retraining goes by. */
    GapEvidence gap() {
        return GapEvidence.of(situation, rule.cohortsCounted(situation));
    }

    /** The cohorts that this is by. */
    int[] cohortsCounted() {
        return rule.cohortsCounted(situation).toArray();
    }

    Optional<DebtEstimate> debt() {
        return rule.debt(situation);
    }

    /** The earlier champion with the largest balance, whether or not it pays; empty where there is none to compare. */
    Optional<ArchivedModel> bestArchived() {
        return situation.archive().stream()
                .flatMap(model -> ArchivedModel.of(model, situation).stream())
                .max(Comparator.comparingDouble(ArchivedModel::balance));
    }
}
