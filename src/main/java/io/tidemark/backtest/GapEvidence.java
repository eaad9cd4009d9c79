package io.tidemark.backtest;

import java.util.stream.IntStream;

/**
 * What the champion has lost by not having been renewed, on cohorts J.
 *
 * @param count |J|, cohorts that speak for it
 * @param sum A = Σ e(i, j) over J, signed; 0 where J is empty
 * @param lately g = mean of the last min(2, |J|) of them; 0 where J is empty
 * @param latelyError standard error of g, the gaps of different cohorts taken as independent; 0 where J is empty
 * @param debt A + L · g, which also counts the cohorts whose labels are to come
 */
public record GapEvidence(int count, double sum, double lately, double latelyError, double debt) {
    private static final int LATELY = 2;

    /** By some cohorts j ≥ i + 2, ascending. */
    public static GapEvidence of(Situation situation, IntStream over) {
        int[] cohorts = over.toArray();
        int lately = Math.min(LATELY, cohorts.length);
        double sum = 0;
        double latest = 0;
        double variance = 0;
        for (int i = 0; i < cohorts.length; i++) {
            double gap = situation.known().gap(situation.champion(), cohorts[i]);
            sum += gap;
            if (i >= cohorts.length - lately) {
                latest += gap / lately;
                variance += Math.pow(situation.known().gapStandardError(situation.champion(), cohorts[i]) / lately, 2);
            }
        }
        return new GapEvidence(cohorts.length, sum, latest, Math.sqrt(variance), sum + situation.labelLag() * latest);
    }
}
