package io.tidemark.measure;

import io.tidemark.measure.Comparison.NumericPair;
import io.tidemark.measure.MeasureResult.Test;
import io.tidemark.measure.MeasureResult.Undefined;
import io.tidemark.profile.Distribution;
import io.tidemark.profile.DistributionPair;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The Mann–Whitney test (Wilcoxon's rank-sum test): whether amounts are larger, or smaller, throughout.
 *
 * <ul>
 *   <li>statistic: |P(larger) − P(smaller)| of an amount of the cohort and one of the reference: the size of Cliff's delta; 0 where neither side
 *       tends to be larger, 1 where they do not overlap
 *   <li>p, two-sided: z = statistic · n m / 2 σ, σ² = n m / 12 (N + 1 − Σ (t³ − t) / (N (N − 1))) with the ties t, N = n + m; 1 where all
 *       amounts are the same
 *   <li>range 0…1; symmetric
 *   <li>undefined where the feature is not numeric, or either side has no amounts
 * </ul>
 *
 * <p>Over buckets where a profile is not exact; amounts of one bucket are ties. No continuity correction. Source: Mann and Whitney 1947; ties
 * after Lehmann, Nonparametrics, 1975. Checked against {@code scipy.stats.mannwhitneyu(method='asymptotic', use_continuity=False)}.
 */
public final class MannWhitneyTest implements Measure {
    public static final String ID = "mann_whitney_test";

    @Override
    public MeasureCard card() {
        return new MeasureCard(
                ID,
                MeasureCard.On.NUMERIC,
                MeasureCard.Form.TEST,
                "|P(cohort > reference) − P(cohort < reference)| of the amounts; p from the normal distribution, corrected for ties",
                "0…1",
                "amounts that move up or down all together, however little");
    }

    @Override
    public MeasureResult of(Comparison comparison) {
        return comparison.numeric().map(MannWhitneyTest::of).orElse(new Undefined("the feature is not numeric"));
    }

    private static MeasureResult of(NumericPair pair) {
        DistributionPair aligned = pair.aligned();
        Distribution reference = aligned.reference();
        Distribution current = aligned.current();
        if (reference.total() == 0 || current.total() == 0) {
            return new Undefined(reference.total() == 0 ? "the reference has no amounts" : "the cohort has no amounts");
        }
        double m = reference.total();
        double n = current.total();
        double larger = 0;
        double ties = 0;
        int i = 0;
        int j = 0;
        while (i < reference.size() || j < current.size()) {
            double value = Math.min(
                    i < reference.size() ? reference.value(i) : Double.POSITIVE_INFINITY,
                    j < current.size() ? current.value(j) : Double.POSITIVE_INFINITY);
            double below = i == 0 ? 0 : reference.cumulative(i - 1);
            double before = 0;
            double now = 0;
            if (i < reference.size() && reference.value(i) == value) {
                before = reference.cumulative(i) - below;
                i++;
            }
            if (j < current.size() && current.value(j) == value) {
                now = current.cumulative(j) - (j == 0 ? 0 : current.cumulative(j - 1));
                j++;
            }
            larger += now * (below + before / 2);
            double tied = before + now;
            ties += tied * (tied * tied - 1);
        }
        double all = n + m;
        double variance = n * m / 12 * (all + 1 - ties / (all * (all - 1)));
        double beyond = Math.abs(larger - n * m / 2);
        double p = variance > 0 ? 2 * NormalDistribution.of(0, 1).survivalProbability(beyond / Math.sqrt(variance)) : 1;
        return new Test(Math.min(1, 2 * beyond / (n * m)), Math.min(1, p));
    }
}
