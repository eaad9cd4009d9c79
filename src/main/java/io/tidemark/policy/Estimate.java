package io.tidemark.policy;

/**
 * A figure with what chance leaves open.
 *
 * @param value the figure
 * @param standardError 0 or more
 * @param low the lower end of its 95 % interval, not above the value
 * @param high the upper end, not below it
 */
public record Estimate(double value, double standardError, double low, double high) {
    private static final double Z_95 = 1.959964;

    public Estimate {
        if (!(Double.isFinite(value) && Double.isFinite(standardError) && standardError >= 0)) {
            throw new IllegalArgumentException("no estimate: " + value + " with standard error " + standardError);
        }
        if (!(low <= value && value <= high)) {
            throw new IllegalArgumentException(value + " does not lie between " + low + " and " + high);
        }
    }

    /** One whose interval reaches as far to either side. */
    public static Estimate of(double value, double standardError) {
        return new Estimate(value, standardError, value - Z_95 * standardError, value + Z_95 * standardError);
    }
}
