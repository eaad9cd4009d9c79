package io.tidemark.feature;

/** How a number is written as a label: whole numbers without a fraction. */
public final class Numbers {
    private static final double WHOLE_LIMIT = 1e15;

    private Numbers() {}

    public static String text(double value) {
        if (value == Math.rint(value) && Math.abs(value) < WHOLE_LIMIT) {
            return Long.toString((long) value);
        }
        return Double.toString(value);
    }
}
