package io.tidemark.shift;

import java.util.Arrays;

/**
 * How much deviance a change point takes away by chance.
 *
 * <p>Without a change, what a change point gains is about chi-squared with d degrees, times a dispersion φ. A chi-squared number exceeds
 * d + 2 √(d x) + 2 x with a probability of at most exp(−x) (Laurent and Massart 2000, lemma 1). With x = ln((T − 1) / α) for each change point
 * the chances of all segmentations of T cohorts sum to at most exp(α) − 1, whatever the number of change points: about α of the steady
 * series are cut at all. BIC's d ln N has no such level. It grows with d so fast that fifty states hide a change of one, and with N though
 * what is real but too small to matter is better kept out by a least effect.
 *
 * <p>Several features that say the same are no more evidence than one: the sum over F features is some quadratic form of whose weights none
 * exceeds F and the sum is d, and the same lemma gives d + 2 √(F d x) + 2 F x, however they are correlated.
 *
 * <p>Months differ a little more than applicants drawn at random. φ is the median gain between neighbouring cohorts over the median of
 * chi-squared (Wilson and Hilferty 1931), at least 1: a few change points do not move the median, and a slow drift hardly shows between
 * neighbours. Where fewer than two pairs of neighbours have applicants it is 1, since dispersion cannot be told from a change.
 *
 * @param dispersion φ
 * @param degrees d
 * @param features F
 * @param cohorts T, those that have applicants
 */
record ChangeNoise(double dispersion, long degrees, int features, int cohorts) {
    /** One steady series in twenty is cut at most. Counted over seeds it is fewer than one in a hundred. */
    private static final double LEVEL = 0.05;

    static ChangeNoise of(CohortSeries series, int[] filled) {
        return new ChangeNoise(dispersion(series, filled), series.degrees(), series.features(), filled.length);
    }

    private static double dispersion(CohortSeries series, int[] filled) {
        if (filled.length < 3 || series.degrees() == 0) {
            return 1;
        }
        double[] gains = new double[filled.length - 1];
        for (int i = 0; i < gains.length; i++) {
            gains[i] = series.deviance(filled[i], filled[i + 1] + 1);
        }
        Arrays.sort(gains);
        double each = (double) series.degrees() / series.features();
        double root = 1 - 2 / (9 * each);
        // Of an even number the lower one: of three cohorts with one change, one of the two gains is the change.
        return Math.max(1, gains[(gains.length - 1) / 2] / (series.features() * each * root * root * root));
    }

    /** What a comparison of two samples gains on average. */
    double expected() {
        return dispersion * degrees;
    }

    /** What one comparison gains in one case of twenty at most. */
    double critical() {
        return bound(-Math.log(LEVEL));
    }

    /** What a change point has to gain. */
    double penalty() {
        return bound(Math.log(Math.max(1, cohorts - 1) / LEVEL));
    }

    /** What a change has to gain of which not only the place is chosen, but also one of so many lengths. */
    double penalty(int lengths) {
        return bound(Math.log(Math.max(1, cohorts - 1) * (double) lengths / LEVEL));
    }

    private double bound(double x) {
        return dispersion * (degrees + 2 * Math.sqrt((double) features * degrees * x) + 2 * features * x);
    }

    /**
     * The PSI that a gain amounts to, without the PSI that is expected by chance; a feature's on average, where there are several.
     *
     * <p>With n and m applicants on the sides, gain · (1/n + 1/m) is PSI to second order, and has a value where bins are empty.
     */
    double effect(double gain, long n, long m) {
        return (gain - expected()) * (1.0 / n + 1.0 / m) / features;
    }
}
