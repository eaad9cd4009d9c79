package io.tidemark.measure;

/** The Kolmogorov distribution: the limit law of the scaled two-sample statistic. */
final class Kolmogorov {
    /** Below it the series for the lower tail converges faster, above it the one for the upper tail. */
    private static final double CROSSOVER = 1.0;

    /** Up to here the distribution function is 0 in doubles (it is about exp(−π²/8t²)), and so its series must not divide by t. */
    private static final double SURELY_EXCEEDED = 0.03;

    private static final int TERMS = 20;

    private Kolmogorov() {}

    /**
     * P(K > t). From 2 Σ (−1)^(k−1) exp(−2k²t²), or where t is small from its theta transform, so that neither tail loses digits.
     *
     * @param t sqrt(nm / (n + m)) · D, at least 0
     */
    static double survival(double t) {
        if (t <= SURELY_EXCEEDED) {
            return 1;
        }
        if (t < CROSSOVER) {
            double sum = 0;
            for (int k = 1; k <= TERMS; k++) {
                double odd = (2 * k - 1) * Math.PI / t;
                sum += Math.exp(-odd * odd / 8);
            }
            return 1 - Math.sqrt(2 * Math.PI) / t * sum;
        }
        double sum = 0;
        for (int k = TERMS; k >= 1; k--) {
            double term = Math.exp(-2.0 * k * k * t * t);
            sum += k % 2 == 1 ? term : -term;
        }
        return 2 * sum;
    }
}
