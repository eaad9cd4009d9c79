package io.tidemark.backtest;

import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What the champion has cost and costs by not having been renewed.
 *
 * @param netLevel g′ = g − D(L + 1), the loss per cohort that a model retrained now, L + 1 cohorts old when it starts, would save; with the level
 *     g = D(m − i) + Σ w<sub>j</sub> (e(i, j) − D(j − i)) / (Σ w<sub>j</sub> + 1/τ²), w<sub>j</sub> = 2^(−(m − j)/1.5) / (s² + ω²), over j =
 *     i + 2 … m ({@link AgeCurve}, {@link GapSpread})
 * @param netLevelError standard error of the level, (Σ w<sub>j</sub> + 1/τ²)^(−½); the age curve is taken as known
 * @param debt B = Σ e(i, j) over cohorts J, signed, + (a + 2) · g′, with a the cohorts that were served and whose outcomes are to come
 * @param debtError sd B = (Σ s(i, j)² + (a + 2)² · netLevelError²)^½, as if the gaps and the level were independent
 */
public record DebtEstimate(double netLevel, double netLevelError, double debt, double debtError) {
    private static final double HALF_LIFE = 1.5;

    /** By what the champion served itself: J as in {@link Situation#cohortsWithGaps}, a = q. Empty before a cohort of age 2 is mature. */
    public static Optional<DebtEstimate> ofServed(Situation situation) {
        return of(situation, situation.cohortsWithGaps(), situation.servedButImmature());
    }

    /**
     * By all that has come in since the champion was chosen, whichever model served: J as in {@link Situation#cohortsSinceChosen}, a = L. Where
     * nothing has come in yet it is as {@link #ofServed}. Empty before a cohort of age 2 is mature.
     */
    public static Optional<DebtEstimate> sinceChosen(Situation situation) {
        return situation.cohortsSinceChosen().findAny().isEmpty()
                ? ofServed(situation)
                : of(situation, situation.cohortsSinceChosen(), situation.labelLag());
    }

    private static Optional<DebtEstimate> of(Situation situation, IntStream over, int immature) {
        int champion = situation.champion();
        if (situation.newestMature() < champion + 2) {
            return Optional.empty();
        }
        AgeCurve curve = AgeCurve.of(situation.known());
        Level level = level(situation, curve);
        double net = level.value() - curve.loss(situation.labelLag() + 1);
        double error = 1 / Math.sqrt(level.weight());
        double ahead = immature + 2;
        double sum = 0;
        double variance = 0;
        for (int cohort : over.toArray()) {
            sum += situation.known().gap(champion, cohort);
            variance += Math.pow(situation.known().gapStandardError(champion, cohort), 2);
        }
        return Optional.of(
                new DebtEstimate(net, error, sum + ahead * net, Math.sqrt(variance + Math.pow(ahead * error, 2))));
    }

    /** What the champion is estimated to lose now, and the precision of that. */
    private record Level(double value, double weight) {}

    private static Level level(Situation situation, AgeCurve curve) {
        StalenessMatrix known = situation.known();
        GapSpread spread = GapSpread.of(known, curve);
        int champion = situation.champion();
        int newest = situation.newestMature();
        double sum = 0;
        double weights = 1 / spread.lasting();
        for (int cohort = champion + 2; cohort <= newest; cohort++) {
            double variance = Math.pow(known.gapStandardError(champion, cohort), 2) + spread.passing();
            double weight = Math.pow(2, -(newest - cohort) / HALF_LIFE) / Math.max(variance, GapSpread.LEAST_VARIANCE);
            sum += weight * (known.gap(champion, cohort) - curve.loss(cohort - champion));
            weights += weight;
        }
        return new Level(curve.loss(newest - champion) + sum / weights, weights);
    }
}
