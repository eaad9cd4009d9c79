package io.tidemark.model;

import java.util.Arrays;

/** Ranks from 1 up, where values that are equal share the mean of their ranks. */
public final class Midranks {
    private Midranks() {}

    /** The rank of each value, in the order of the values; none may be NaN. */
    public static double[] of(double[] values) {
        double[] sorted = new double[values.length];
        Arrays.setAll(sorted, i -> values[i] + 0.0); // −0 and 0 are one value
        Arrays.sort(sorted);
        double[] ranks = new double[values.length];
        // The rank of a run of equal values, kept at the first of them.
        double[] rankAtFirst = new double[values.length];
        for (int first = 0; first < sorted.length; ) {
            int last = first;
            while (last + 1 < sorted.length && sorted[last + 1] == sorted[first]) {
                last++;
            }
            rankAtFirst[first] = (first + last) / 2.0 + 1;
            first = last + 1;
        }
        int[] firsts = Order.firsts(values, sorted);
        for (int i = 0; i < values.length; i++) {
            ranks[i] = rankAtFirst[firsts[i]];
        }
        return ranks;
    }
}
