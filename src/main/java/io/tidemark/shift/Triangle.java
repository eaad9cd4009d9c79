package io.tidemark.shift;

import java.io.Serializable;

/** A whole number for every pair of indices i ≤ j below a size. */
final class Triangle implements Serializable {
    private final int size;
    private final long[] values;

    Triangle(int size) {
        this(size, new long[size * (size + 1) / 2]);
    }

    private Triangle(int size, long[] values) {
        this.size = size;
        this.values = values;
    }

    /** Where row i begins, less i: the pair (i, j) is j behind it. */
    private int row(int i) {
        return i * (2 * size - i - 1) / 2;
    }

    long get(int i, int j) {
        return values[row(i) + j];
    }

    void set(int i, int j, long value) {
        values[row(i) + j] = value;
    }

    /**
     * Pair by pair.
     *
     * @throws ArithmeticException if a sum does not fit
     */
    Triangle plus(Triangle other) {
        long[] sums = new long[values.length];
        for (int i = 0; i < sums.length; i++) {
            sums[i] = Math.addExact(values[i], other.values[i]);
        }
        return new Triangle(size, sums);
    }
}
