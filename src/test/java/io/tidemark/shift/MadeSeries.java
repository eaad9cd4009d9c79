package io.tidemark.shift;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.AhrensDieterMarsagliaTsangGammaSampler;
import org.apache.commons.rng.sampling.distribution.PoissonSampler;

/** Series of cohorts drawn from shares that are known. */
final class MadeSeries {
    private MadeSeries() {}

    /** Shares that fall from the first bin to the last by a factor of {@code spread}. */
    static double[] falling(int bins, double spread) {
        double[] weights = IntStream.range(0, bins)
                .mapToDouble(i -> Math.pow(spread, -(double) i / Math.max(1, bins - 1)))
                .toArray();
        double sum = Arrays.stream(weights).sum();
        return Arrays.stream(weights).map(weight -> weight / sum).toArray();
    }

    /** The same shares from the last bin to the first: another population with as many bins. */
    static double[] turned(double[] shares) {
        return IntStream.range(0, shares.length)
                .mapToDouble(i -> shares[shares.length - 1 - i])
                .toArray();
    }

    static double[] between(double[] from, double[] to, double weight) {
        return IntStream.range(0, from.length)
                .mapToDouble(i -> from[i] + weight * (to[i] - from[i]))
                .toArray();
    }

    /** Applicants per bin; their number is random as well, which the shares do not feel. */
    static long[] draw(UniformRandomProvider random, double[] shares, double applicants) {
        return Arrays.stream(shares)
                .mapToLong(share -> share * applicants > 0
                        ? PoissonSampler.of(random, share * applicants).sample()
                        : 0)
                .toArray();
    }

    /** Shares of one month around those of all: Dirichlet, so that counts vary {@code dispersion} times as much as by chance. */
    static double[] scattered(UniformRandomProvider random, double[] shares, double applicants, double dispersion) {
        double concentration = applicants / (dispersion - 1);
        double[] drawn = Arrays.stream(shares)
                .map(share -> AhrensDieterMarsagliaTsangGammaSampler.of(random, concentration * share, 1)
                        .sample())
                .toArray();
        double sum = Arrays.stream(drawn).sum();
        return Arrays.stream(drawn).map(each -> each / sum).toArray();
    }

    static long[] sum(long[][] cohorts, int from, int to) {
        long[] sum = new long[cohorts[0].length];
        for (int t = from; t < to; t++) {
            for (int b = 0; b < sum.length; b++) {
                sum[b] += cohorts[t][b];
            }
        }
        return sum;
    }

    /** A series whose first cohorts are the reference. */
    static CohortSeries series(long[][] cohorts, int reference) {
        return CohortSeries.of(cohorts, sum(cohorts, 0, reference));
    }
}
