package io.tidemark.shift;

import io.tidemark.measure.Contingency;
import io.tidemark.measure.PopulationStabilityIndex;
import io.tidemark.measure.Smoothing;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.DiscreteSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.GammaDistribution;

/**
 * What the population stability index would be if nothing had shifted.
 *
 * <p>With B bins, n applicants in the cohort and m in the reference, PSI / (1/n + 1/m) follows the chi-squared law with B − 1 degrees of
 * freedom. Where a bin is expected to hold fewer than {@value #SPARSE} applicants on a side the law is not good enough: both sides are drawn
 * again {@value #DRAWS} times from their pooled shares, and a gamma law with the mean and variance of what comes out takes its place, so that
 * small p-values do not depend on the number of draws. The draws are seeded by the counts: the same table has the same noise.
 *
 * <p>Ranges end where the reference ends, so that nobody of the reference is below or above them: a single applicant of the cohort there looks
 * rarer than it is. Applicants out of the range are therefore counted in the outermost ranges when a PSI is compared with chance; the PSI
 * itself keeps them apart.
 *
 * <p>Source: Yurdakul and Naranjo 2020 for the chi-squared law.
 *
 * @param expected the mean, B − 1 over the sample sizes: the bias of PSI
 * @param critical what PSI exceeds in one case of twenty
 * @param pValue the probability of the PSI that was found or a larger one
 * @param law which law it is
 */
public record PsiNoise(double expected, double critical, double pValue, Law law) implements Serializable {
    static final int SPARSE = 10;
    static final int DRAWS = 500;
    private static final double LEVEL = 0.05;

    /** The law of PSI under no shift. */
    public enum Law {
        CHI_SQUARED,
        BOOTSTRAP
    }

    /** The noise of the PSI of a table, with those out of the reference's range counted in its outermost ranges; empty as below. */
    public static Optional<PsiNoise> of(Contingency table, Smoothing smoothing) {
        Contingency within = table.withinRange();
        OptionalDouble psi = PopulationStabilityIndex.of(within, smoothing);
        return psi.isPresent() ? of(psi.getAsDouble(), within, smoothing) : Optional.empty();
    }

    /**
     * The noise of a PSI; empty where there is only one bin, and where bins are sparse and nothing is smoothed (PSI is then infinite in some
     * of the draws).
     *
     * @param psi the value that was found
     */
    static Optional<PsiNoise> of(double psi, Contingency table, Smoothing smoothing) {
        if (table.size() < 2) {
            return Optional.empty();
        }
        double n = table.currentTotal();
        double m = table.referenceTotal();
        if (!isSparse(table)) {
            double scale = 1 / n + 1 / m;
            double degrees = table.size() - 1.0;
            ContinuousDistribution law = ChiSquaredDistribution.of(degrees);
            return Optional.of(new PsiNoise(
                    degrees * scale,
                    scale * law.inverseSurvivalProbability(LEVEL),
                    law.survivalProbability(psi / scale),
                    Law.CHI_SQUARED));
        }
        double[] draws = draws(table, smoothing);
        double mean = Arrays.stream(draws).average().orElseThrow();
        double variance =
                Arrays.stream(draws).map(draw -> (draw - mean) * (draw - mean)).sum() / (draws.length - 1);
        if (!(Double.isFinite(mean) && variance > 0)) {
            return Optional.empty();
        }
        ContinuousDistribution law = GammaDistribution.of(mean * mean / variance, variance / mean);
        return Optional.of(
                new PsiNoise(mean, law.inverseSurvivalProbability(LEVEL), law.survivalProbability(psi), Law.BOOTSTRAP));
    }

    private static boolean isSparse(Contingency table) {
        double n = table.currentTotal();
        double m = table.referenceTotal();
        for (int i = 0; i < table.size(); i++) {
            if ((table.reference(i) + table.current(i)) / (n + m) * Math.min(n, m) < SPARSE) {
                return true;
            }
        }
        return false;
    }

    /**
     * PSI of pairs of samples that differ by chance only. Counts are drawn as Poisson with the pooled expectations: given their total that is
     * the multinomial, and the total itself does not enter shares.
     */
    private static double[] draws(Contingency table, Smoothing smoothing) {
        int bins = table.size();
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed(table));
        double n = table.currentTotal();
        double m = table.referenceTotal();
        DiscreteSampler[] reference = new DiscreteSampler[bins];
        DiscreteSampler[] current = new DiscreteSampler[bins];
        for (int i = 0; i < bins; i++) {
            double share = (table.reference(i) + table.current(i)) / (n + m);
            reference[i] = PoissonCounts.of(random, m * share);
            current[i] = PoissonCounts.of(random, n * share);
        }
        double[] draws = new double[DRAWS];
        long[] before = new long[bins];
        long[] now = new long[bins];
        for (int draw = 0; draw < DRAWS; draw++) {
            for (int i = 0; i < bins; i++) {
                before[i] = reference[i].sample();
                now[i] = current[i].sample();
            }
            draws[draw] = psi(before, now, smoothing);
        }
        return draws;
    }

    private static double psi(long[] reference, long[] current, Smoothing smoothing) {
        long m = 0;
        long n = 0;
        int used = 0;
        for (int i = 0; i < reference.length; i++) {
            m += reference[i];
            n += current[i];
            used += reference[i] + current[i] > 0 ? 1 : 0;
        }
        double sum = 0;
        for (int i = 0; i < reference.length; i++) {
            if (reference[i] + current[i] > 0) {
                sum += PopulationStabilityIndex.contribution(
                        smoothing.share(reference[i], m, used), smoothing.share(current[i], n, used));
            }
        }
        return sum;
    }

    private static long seed(Contingency table) {
        long seed = table.size();
        for (int i = 0; i < table.size(); i++) {
            seed = 31 * (31 * seed + table.reference(i)) + table.current(i);
        }
        return seed;
    }

    /** What of a PSI is more than its expectation under no shift. */
    public double excess(double psi) {
        return psi - expected;
    }
}
