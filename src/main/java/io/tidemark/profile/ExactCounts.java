package io.tidemark.profile;

import java.util.Arrays;

/** Counts of single values: a hash table from the bits of a non-zero double to how often it was seen. */
final class ExactCounts {
    private static final int FIRST_CAPACITY = 32;
    private static final long GOLDEN_RATIO = 0x9E37_79B9_7F4A_7C15L;

    /** The bits of +0.0 are 0, so 0 marks a free slot: zeros are counted elsewhere. */
    private long[] bits = new long[FIRST_CAPACITY];

    private long[] counts = new long[FIRST_CAPACITY];
    private int size;

    int size() {
        return size;
    }

    void add(long valueBits, long times) {
        int mask = bits.length - 1;
        int slot = home(valueBits, bits.length);
        while (bits[slot] != valueBits) {
            if (bits[slot] == 0) {
                bits[slot] = valueBits;
                counts[slot] = times;
                if (++size > bits.length / 2) {
                    grow();
                }
                return;
            }
            slot = (slot + 1) & mask;
        }
        counts[slot] += times;
    }

    void forEach(BitsAndCount action) {
        for (int slot = 0; slot < bits.length; slot++) {
            if (bits[slot] != 0) {
                action.accept(bits[slot], counts[slot]);
            }
        }
    }

    /** The counts in the order of their values, at full resolution. */
    ValueCounts sorted() {
        long[] keys = new long[size];
        int next = 0;
        for (long value : bits) {
            if (value != 0) {
                keys[next++] = Doubles.key(value);
            }
        }
        Arrays.sort(keys);
        long[] sortedCounts = new long[size];
        for (int i = 0; i < size; i++) {
            sortedCounts[i] = countOf(Double.doubleToRawLongBits(Doubles.fromKey(keys[i])));
        }
        return new ValueCounts(0, keys, sortedCounts);
    }

    private long countOf(long valueBits) {
        int mask = bits.length - 1;
        int slot = home(valueBits, bits.length);
        while (bits[slot] != valueBits) {
            slot = (slot + 1) & mask;
        }
        return counts[slot];
    }

    /**
     * Where the search for a value begins: the highest bits of the product, for only they depend on all bits of a double. Amounts have few
     * digits, so that the low half of their bits is zero, and the middle of the product with it.
     *
     * @param capacity a power of two
     */
    static int home(long valueBits, int capacity) {
        return (int) ((valueBits * GOLDEN_RATIO) >>> (Long.numberOfLeadingZeros(capacity) + 1));
    }

    private void grow() {
        long[] oldBits = bits;
        long[] oldCounts = counts;
        bits = new long[2 * oldBits.length];
        counts = new long[2 * oldBits.length];
        size = 0;
        for (int slot = 0; slot < oldBits.length; slot++) {
            if (oldBits[slot] != 0) {
                add(oldBits[slot], oldCounts[slot]);
            }
        }
    }

    /** Takes the bits of a value and how often it was seen. */
    interface BitsAndCount {
        void accept(long bits, long count);
    }
}
