package io.tidemark.model;

/**
 * Σ ln(1 + x) over x of 0 to 1, by the logarithm of products: one for each would take most of the time of a fit. What the product is above 1 is kept
 * and not the product, so that x far below the last digit of 1 add up.
 */
final class LogSum {
    /** How many factors of at most 2 make a product, which stays below 2^1024. */
    private static final int FACTORS = 512;

    private double logs;
    private double excess;
    private int factors;

    void add(double x) {
        excess += x * (1 + excess);
        if (++factors == FACTORS) {
            logs += Math.log1p(excess);
            excess = 0;
            factors = 0;
        }
    }

    double value() {
        return logs + Math.log1p(excess);
    }
}
