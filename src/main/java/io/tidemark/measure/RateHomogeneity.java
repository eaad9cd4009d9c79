package io.tidemark.measure;

import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Whether the rates of groups, such as those of bad loans in the bins of a feature, are what they were.
 *
 * <p>Of each group Pearson's statistic of the table of two samples by two outcomes, without a correction; their sum over B groups follows the
 * chi-squared law with B degrees of freedom where every group has kept its rate. It does not matter how many applicants a group has now. Other
 * than the rate effect ({@link RateDecomposition}), in which better and worse groups cancel out, it also sees a change that leaves the level as
 * it was.
 *
 * <ul>
 *   <li>Groups in which fewer than {@value #LEAST} of an outcome are expected on a side are left out; with none left there is no test.
 * </ul>
 *
 * <p>Source: Pearson 1900; Cochran 1954, doi:10.2307/3001616, for the least.
 */
public final class RateHomogeneity {
    static final int LEAST = 5;

    private RateHomogeneity() {}

    /**
     * The probability of such differences or larger ones if every group had kept its rate.
     *
     * @param reference applicants of the reference by group
     * @param referenceBads those of them with the outcome
     * @param current applicants of the cohort by group
     * @param currentBads those of them with the outcome
     */
    public static OptionalDouble pValue(long[] reference, long[] referenceBads, long[] current, long[] currentBads) {
        double sum = 0;
        int groups = 0;
        for (int i = 0; i < reference.length; i++) {
            double n = reference[i];
            double m = current[i];
            double rate = (referenceBads[i] + currentBads[i]) / (n + m);
            if (Math.min(n, m) * Math.min(rate, 1 - rate) >= LEAST) {
                double difference = currentBads[i] / m - referenceBads[i] / n;
                sum += difference * difference / (rate * (1 - rate) * (1 / n + 1 / m));
                groups++;
            }
        }
        return groups == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(ChiSquaredDistribution.of(groups).survivalProbability(sum));
    }
}
