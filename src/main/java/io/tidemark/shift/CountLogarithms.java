package io.tidemark.shift;

/**
 * 2 n ln n of counts, as whole numbers of units of 2⁻¹⁶.
 *
 * <p>Whole numbers, so that sums do not depend on the order of bins, features or partitions; an error of half a unit a bin is nothing beside the
 * tens that a change point has to gain. A deviance of 10¹⁰ (a thousand million applicants) in each of ten thousand features still fits.
 */
final class CountLogarithms {
    static final double UNITS = 1 << 16;

    /** Most counts of a bin are below this, and a table is several times as fast as a logarithm. */
    private static final int TABLED = 1 << 16;

    private static final long[] TABLE = new long[TABLED];

    static {
        for (int n = 2; n < TABLED; n++) {
            TABLE[n] = computed(n);
        }
    }

    private CountLogarithms() {}

    /** 2 n ln n, and 0 for n = 0. */
    static long of(long n) {
        return n < TABLED ? TABLE[(int) n] : computed(n);
    }

    private static long computed(long n) {
        return Math.round(2 * UNITS * n * Math.log((double) n));
    }
}
