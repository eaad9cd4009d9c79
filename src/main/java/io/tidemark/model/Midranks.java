package io.tidemark.model;

import java.util.Arrays;

/** Ranks from 1 up, where values that are equal share the mean of their ranks. */
public final class Midranks {
    private Midranks() {}

    /** The rank of each value, in the order of the values; none may be NaN. */
    public static double[] of(double[] values) {
        double[] sorted = values.clone();
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
        for (int i = 0; i < values.length; i++) {
            ranks[i] = rankAtFirst[first(sorted, values[i])];
        }
        return ranks;
    }

    /** Where a value is first met. */
    private static int first(double[] sorted, double value) {
        int low = 0;
        int high = sorted.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
