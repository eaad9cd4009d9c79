package io.tidemark.shift;

import java.util.List;

/**
 * One p-value of several tests of the same hypothesis, however the tests depend on each other.
 *
 * <p>T = weighted mean of tan((½ − p) π) over the tests; p = ½ − arctan(T) / π. Under the hypothesis each term follows the Cauchy law, and so,
 * nearly, does their mean, whatever their correlation: the level holds for small p. What a test with the share w of the weights sees clearly is
 * then worth about 1 / w times its own p, as by a weighted Bonferroni correction, and what several see counts together. Source: Liu and Xie, Cauchy
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
     * One of the tests.
     *
     * @param pValue 0..1; a 0 makes the combined one 0, what is above {@value CauchyCombination#LARGEST} counts as that
     * @param weight above 0; only the weights' proportions count
     */
    record Weighed(double pValue, double weight) {}

    /**
     * The combined p-value, 0..1.
     *
     * @param tests at least one
     */
    static double of(List<Weighed> tests) {
        double sum = 0;
        double weights = 0;
        for (Weighed test : tests) {
            double within = Math.min(test.pValue(), LARGEST);
            sum += test.weight() * (within < TINY ? 1 / (within * Math.PI) : Math.tan((0.5 - within) * Math.PI));
            weights += test.weight();
        }
        double mean = sum / weights;
        return mean > 1 / TINY ? 1 / (mean * Math.PI) : 0.5 - Math.atan(mean) / Math.PI;
    }
}
