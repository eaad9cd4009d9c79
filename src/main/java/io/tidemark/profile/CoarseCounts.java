package io.tidemark.profile;

import java.util.Arrays;

/**
 * Counts of buckets of neighbouring values, for a feature with more different values than are worth telling apart.
 *
 * <p>A bucket is the doubles that share sign, exponent and the leading bits of the fraction: ten of them at first, so that a bucket is at most
 * 2^−10 ≈ 0.1 % wide relative to its values. Where that takes more than {@link #MOST_BUCKETS} buckets, one bit less, and so on. The resolution
 * thus depends on the set of values alone. Exact sums are kept beside the counts, since those of buckets would not be exact.
 */
final class CoarseCounts {
    static final int FIRST_SHIFT = Doubles.MANTISSA_BITS - 10;
    static final int MOST_BUCKETS = 1 << 15;
    private static final int OCTAVES = 1 << 12;
    private static final int FIRST_ROOM = 8;

    private final Octave[] octaves = new Octave[OCTAVES];
    /** The same, but for octaves in which not every cell is an amount: zeros are among the subnormals, codes may be anywhere. */
    private final Octave[] amountsOnly = new Octave[OCTAVES];

    /** What is no amount, each cell by itself. */
    private final ExactCounts codes;

    private final boolean[] isMixed = new boolean[OCTAVES];
    private int shift = FIRST_SHIFT;
    private Octave[] inUse = new Octave[FIRST_ROOM];
    private int octavesInUse;
    private int occupied;
    private int sinceCarry;
    private long minKey = Long.MAX_VALUE;
    private long maxKey = Long.MIN_VALUE;

    /** One octave's buckets and sums. */
    private static final class Octave {
        private long[] counts;
        private final OctaveSums sums = new OctaveSums();

        private Octave(int shift) {
            counts = new long[1 << (Doubles.MANTISSA_BITS - shift)];
        }
    }

    /**
     * Counts in buckets from here on.
     *
     * @param codes the cells of special values
     * @param exact what was counted so far
     */
    CoarseCounts(long[] codes, ExactCounts exact) {
        this.codes = new ExactCounts(codes);
        isMixed[0] = true;
        isMixed[OCTAVES / 2] = true;
        for (long code : codes) {
            isMixed[Doubles.octave(code)] = true;
        }
        exact.forEach(this::add);
    }

    /** Counts cells one by one. */
    void addAll(long[] cells, int from, int to) {
        for (int start = from; start < to; ) {
            int end = Math.min(to, start + OctaveSums.CARRY_EVERY - sinceCarry);
            count(cells, start, end);
            sinceCarry += end - start;
            if (sinceCarry >= OctaveSums.CARRY_EVERY) {
                carry();
            }
            start = end;
        }
    }

    private void count(long[] cells, int from, int to) {
        long min = minKey;
        long max = maxKey;
        for (int i = from; i < to; i++) {
            long cell = cells[i];
            Octave octave = amountsOnly[Doubles.octave(cell)];
            long mantissa = Doubles.normalMantissa(cell);
            if (octave == null) {
                octave = codes.isAmount(cell) ? octaveOf(Doubles.octave(cell)) : null;
                if (octave == null) {
                    codes.add(cell, 1);
                    continue;
                }
                mantissa = Doubles.mantissa(cell);
            }
            long key = Doubles.key(cell);
            min = Math.min(min, key);
            max = Math.max(max, key);
            octave.sums.add(mantissa);
            count(octave, (int) ((cell & Doubles.MANTISSA) >>> shift), 1);
        }
        minKey = min;
        maxKey = max;
    }

    private void carry() {
        sinceCarry = 0;
        for (int i = 0; i < octavesInUse; i++) {
            inUse[i].sums.carry();
        }
    }

    void add(long cell, long times) {
        if (!codes.isAmount(cell)) {
            codes.add(cell, times);
            return;
        }
        widen(Doubles.key(cell));
        Octave octave = octaveOf(Doubles.octave(cell));
        octave.sums.add(Doubles.mantissa(cell), times);
        count(octave, (int) ((cell & Doubles.MANTISSA) >>> shift), times);
    }

    private void widen(long key) {
        minKey = Math.min(minKey, key);
        maxKey = Math.max(maxKey, key);
    }

    /** How often a cell that is no amount was seen. */
    long countOfCode(long cell) {
        return codes.count(cell);
    }

    /** The least amount; positive infinity where there is none. */
    double min() {
        return occupied == 0 ? Double.POSITIVE_INFINITY : Doubles.fromKey(minKey);
    }

    /** The greatest amount; negative infinity where there is none. */
    double max() {
        return occupied == 0 ? Double.NEGATIVE_INFINITY : Doubles.fromKey(maxKey);
    }

    /** Memory in use, about. */
    long heldBytes() {
        return 2L * OCTAVES * Integer.BYTES
                + OCTAVES
                + codes.heldBytes()
                + (((long) octavesInUse * Long.BYTES) << (Doubles.MANTISSA_BITS - shift));
    }

    /** Adds amounts without their sums, which the caller keeps. */
    void absorb(ValueCounts other, double least, double greatest) {
        widen(Doubles.key(Double.doubleToRawLongBits(least)));
        widen(Doubles.key(Double.doubleToRawLongBits(greatest)));
        coarsenTo(other.shift());
        for (int i = 0; i < other.size(); i++) {
            long bits = Double.doubleToRawLongBits(other.lower(i));
            count(octaveOf(Doubles.octave(bits)), (int) ((bits & Doubles.MANTISSA) >>> shift), other.count(i));
        }
    }

    private Octave octaveOf(int index) {
        Octave octave = octaves[index];
        if (octave == null) {
            octave = new Octave(shift);
            octaves[index] = octave;
            if (octavesInUse == inUse.length) {
                inUse = Arrays.copyOf(inUse, 2 * octavesInUse);
            }
            inUse[octavesInUse++] = octave;
            if (!isMixed[index]) {
                amountsOnly[index] = octave;
            }
        }
        return octave;
    }

    private void count(Octave octave, int bucket, long times) {
        long before = octave.counts[bucket];
        octave.counts[bucket] = before + times;
        if (before == 0 && ++occupied > MOST_BUCKETS) {
            coarsenTo(shift + 1);
        }
    }

    private void coarsenTo(int wanted) {
        while (shift < wanted || occupied > MOST_BUCKETS) {
            shift++;
            occupied = 0;
            for (int i = 0; i < octavesInUse; i++) {
                halve(inUse[i]);
            }
        }
    }

    private void halve(Octave octave) {
        long[] halved = new long[octave.counts.length / 2];
        for (int i = 0; i < halved.length; i++) {
            halved[i] = octave.counts[2 * i] + octave.counts[2 * i + 1];
            if (halved[i] > 0) {
                occupied++;
            }
        }
        octave.counts = halved;
    }

    /** The buckets in the order of their values. */
    ValueCounts sorted() {
        long[] keys = new long[occupied];
        long[] counts = new long[occupied];
        int next = 0;
        for (int i = 0; i < OCTAVES; i++) {
            // Negative octaves come first and backwards, since their keys descend as the fraction ascends.
            int index = i < OCTAVES / 2 ? OCTAVES - 1 - i : i - OCTAVES / 2;
            Octave octave = octaves[index];
            if (octave == null) {
                continue;
            }
            int buckets = octave.counts.length;
            for (int b = 0; b < buckets; b++) {
                int bucket = Doubles.isNegative(index) ? buckets - 1 - b : b;
                if (octave.counts[bucket] > 0) {
                    long bits = ((long) index << Doubles.MANTISSA_BITS) | ((long) bucket << shift);
                    keys[next] = Doubles.key(bits) >> shift;
                    counts[next++] = octave.counts[bucket];
                }
            }
        }
        return new ValueCounts(shift, keys, counts);
    }

    /** The moments of what was added value by value. */
    Moments moments() {
        Moments moments = Moments.NONE;
        for (int index = 0; index < OCTAVES; index++) {
            Octave octave = octaves[index];
            if (octave != null) {
                moments = moments.plus(Moments.of(index, 0, octave.sums));
            }
        }
        return moments;
    }
}
