package io.tidemark.backtest;

import java.util.Arrays;

/**
 * What the champion has cost by not having been renewed, J = max(dep + 1, i + 2) … m.
 *
 * @param count |J|, cohorts that speak for it
 * @param sum A = Σ e(i, j) over J, signed; 0 where J is empty
 * @param lately g = mean of the last min(2, |J|) of them; 0 where J is empty
 * @param debt A + L · g, which also counts the cohorts whose labels are to come
 */
public record GapEvidence(int count, double sum, double lately, double debt) {
    private static final int LATELY = 2;

    public static GapEvidence of(Situation situation) {
        double[] gaps = situation.gapsServed();
        double sum = Arrays.stream(gaps).sum();
        double lately = Arrays.stream(gaps)
                .skip(Math.max(0, gaps.length - LATELY))
                .average()
                .orElse(0);
        return new GapEvidence(gaps.length, sum, lately, sum + situation.labelLag() * lately);
    }
}
