package io.tidemark.model;

/** Ranks from 1 up, where values that are equal share the mean of their ranks. */
public final class Midranks {
    private Midranks() {}

    /** The rank of each value, in the order of the values; none may be NaN. */
    public static double[] of(double[] values) {
        int[] order = Order.of(values);
        double[] ranks = new double[values.length];
        for (int first = 0; first < order.length; ) {
            int last = first;
            while (last + 1 < order.length && values[order[last + 1]] == values[order[first]]) {
                last++;
            }
            for (int i = first; i <= last; i++) {
                ranks[order[i]] = (first + last) / 2.0 + 1;
            }
            first = last + 1;
        }
        return ranks;
    }
}
