package io.tidemark.backtest;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * A rule that also recalibrates. Refitting the champion's level is reckoned as a new model would be, for a tenth of the price, and what it cures does
 * not count for a new model.
 *
 * <p>d(j) = M(i, j) − M(i, j; refitted through j − 1 − L), what the newest refit of its time would have saved on cohort j, over j = max(dep − L, r, i
 * + 2) + 1 … m. It is due when there are two or more of them, d̄ &gt; 0, Σ d + L · d̄ &gt; c′ and R · d̄ &gt; c′, d̄ the mean of the last two. Among
 * them may be refits older than the one that serves: where these would have been better, the level has moved again.
 *
 * <ol>
 *   <li>The rule is asked about a champion that lost less by every d(j) &gt; 0, on the cohorts through r, the newest that it has been refitted on, and
 *       where refitting is due on all others.
 *   <li>Where the rule keeps, RECALIBRATE if it is due.
 * </ol>
 *
 * @param policy the rule
 */
public record WithRecalibration(RetrainingPolicy policy) implements RetrainingPolicy {
    private static final int LATELY = 2;
    /** Before any cohort. */
    private static final int NEVER = -1;

    @Override
    public String name() {
        return policy.name() + "_RECALIBRATE";
    }

    @Override
    public Decision decide(Situation situation) {
        boolean isDue = isDue(situation);
        int curedThrough =
                isDue ? situation.newestMature() : situation.recalibrated().orElse(NEVER);
        Decision decision = policy.decide(cured(situation, curedThrough));
        return isDue && decision instanceof Decision.Keep ? Decision.RECALIBRATE : decision;
    }

    @Override
    public IntStream cohortsCounted(Situation situation) {
        return policy.cohortsCounted(situation);
    }

    @Override
    public Optional<DebtEstimate> debt(Situation situation) {
        return policy.debt(situation);
    }

    private static boolean isDue(Situation situation) {
        int since = Math.max(
                Math.max(situation.deployedAfter() - situation.labelLag(), situation.champion() + 2),
                situation.recalibrated().orElse(NEVER));
        int newest = situation.newestMature();
        if (newest - since < LATELY) {
            return false;
        }
        ToDoubleFunction<IntStream> saved = cohorts ->
                cohorts.mapToDouble(cohort -> saved(situation, cohort)).sum();
        double sum = saved.applyAsDouble(IntStream.rangeClosed(since + 1, newest));
        double lately = saved.applyAsDouble(IntStream.rangeClosed(newest - LATELY + 1, newest)) / LATELY;
        double price = situation.prices().recalibrate();
        return lately > 0 && sum + situation.labelLag() * lately > price && situation.cohortsLeft() * lately > price;
    }

    /** d(j); 0 where there was no such refit. */
    private static double saved(Situation situation, int cohort) {
        StalenessMatrix known = situation.known();
        OptionalInt newest = OptionalInt.of(cohort - 1 - situation.labelLag());
        return known.loss(situation.champion(), cohort) - known.loss(situation.champion(), cohort, newest);
    }

    private static Situation cured(Situation situation, int through) {
        return situation.withChampionLoss(cell ->
                cell.loss() - (cell.cohort() <= through ? Math.max(0, saved(situation, cell.cohort())) : 0));
    }
}
