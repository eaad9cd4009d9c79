package io.tidemark.shift;

/**
 * One p-value of several tests of the same hypothesis, however the tests depend on each other.
 *
 * <p>T = mean of tan((½ − p) π) over the tests; p = ½ − arctan(T) / π. Under the hypothesis each term follows the Cauchy law, and so, nearly, does
 * their mean, whatever their correlation: the level holds for small p. What one of k tests sees clearly is then worth about k times its
 * own p, where the Bonferroni correction would make it exactly that, and what several see counts together. Source: Liu and Xie, Cauchy
 * combination test, Journal of the American Statistical Association 115, 2020.
 */
final class CauchyCombination {
    /** Below it tan((½ − p) π) is 1 / (p π) to sixteen digits, and does not lose them. */
    private static final double TINY = 1e-8;

    /**
     * A p near 1 is the law's way to minus infinity, and would outweigh what another test sees: tests of amounts know nothing of missing values
     * that trebled. Source of the truncation: Fang and others, Heavy-tailed combination tests, Statistica Sinica 33, 2023.
     */
    private static final double LARGEST = 0.99;

    private CauchyCombination() {}

    /**
     * The combined p-value, 0..1.
     *
     * @param pValues at least one, 0..1; a 0 makes it 0, what is above {@value #LARGEST} counts as that
     */
    static double of(double... pValues) {
        double sum = 0;
        for (double p : pValues) {
            double within = Math.min(p, LARGEST);
            sum += within < TINY ? 1 / (within * Math.PI) : Math.tan((0.5 - within) * Math.PI);
        }
        double mean = sum / pValues.length;
        return mean > 1 / TINY ? 1 / (mean * Math.PI) : 0.5 - Math.atan(mean) / Math.PI;
    }
}
