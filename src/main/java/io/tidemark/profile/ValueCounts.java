package io.tidemark.profile;

import java.util.Arrays;

/**
 * Non-zero amounts in ascending order, each with how often it was seen; or, where they are too many, buckets of neighbouring amounts.
 *
 * <p>A key is the order-preserving image of a double without its lowest {@code shift} bits; shift 0 means single values.
 */
final class ValueCounts {
    static final ValueCounts NONE = new ValueCounts(0, new long[0], new long[0]);

    private final int shift;
    private final long[] keys;
    private final long[] counts;

    ValueCounts(int shift, long[] keys, long[] counts) {
        this.shift = shift;
        this.keys = keys;
        this.counts = counts;
    }

    int shift() {
        return shift;
    }

    int size() {
        return keys.length;
    }

    long key(int i) {
        return keys[i];
    }

    long count(int i) {
        return counts[i];
    }

    boolean isExact() {
        return shift == 0;
    }

    /** The amount of bucket i that is nearest to minus infinity. */
    double lower(int i) {
        return Doubles.fromKey(keys[i] << shift);
    }

    /** The lowest amount above bucket i; for a single value, the value itself. */
    double upper(int i) {
        return isExact() ? lower(i) : Doubles.fromKey((keys[i] + 1) << shift);
    }

    /** The amount that stands for bucket i: its middle. */
    double middle(int i) {
        return isExact() ? lower(i) : Doubles.fromKey((keys[i] << shift) + (1L << (shift - 1)));
    }

    /** The same counts in buckets at least as wide as a shift asks. */
    ValueCounts atShift(int wanted) {
        if (wanted <= shift) {
            return this;
        }
        long[] wider = new long[keys.length];
        long[] sums = new long[keys.length];
        int last = -1;
        for (int i = 0; i < keys.length; i++) {
            long key = keys[i] >> (wanted - shift);
            if (last < 0 || wider[last] != key) {
                wider[++last] = key;
            }
            sums[last] += counts[i];
        }
        return new ValueCounts(wanted, Arrays.copyOf(wider, last + 1), Arrays.copyOf(sums, last + 1));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ValueCounts that
                && shift == that.shift
                && Arrays.equals(keys, that.keys)
                && Arrays.equals(counts, that.counts);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(keys) + Arrays.hashCode(counts);
    }
}
