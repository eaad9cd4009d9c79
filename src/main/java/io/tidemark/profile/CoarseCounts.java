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
    /** How often each bucket was seen, octave by octave in the order in which these came up. */
    private long[] counts = new long[0];

    private int shift = FIRST_SHIFT;
    private Octave[] inUse = new Octave[FIRST_ROOM];
    private int octavesInUse;
    private int occupied;
    private int sinceCarry;
    private long minKey = Long.MAX_VALUE;
    private long maxKey = Long.MIN_VALUE;

    /** Where one octave's buckets are, and its sums. */
    private static final class Octave {
        private final int place;
        private final OctaveSums sums = new OctaveSums();

        private Octave(int place) {
            this.place = place;
        }

        private int bucket(long cell, int shift) {
            return (place << (Doubles.MANTISSA_BITS - shift)) + (int) ((cell & Doubles.MANTISSA) >>> shift);
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

    /** Finds all buckets before it counts any: the counts are seldom at hand, and so many of them can be waited for at once. */
    private void count(long[] cells, int from, int to) {
        int[] buckets = new int[to - from];
        int found = find(cells, from, to, buckets);
        long[] ofBuckets = counts;
        int first = 0;
        for (int i = 0; i < found; i++) {
            if (ofBuckets[buckets[i]]++ == 0) {
                first++;
            }
        }
        occupied += first;
        coarsenTo(shift);
    }

    /** Adds to the sums; gives the buckets of amounts, and how many these are. */
    private int find(long[] cells, int from, int to, int[] buckets) {
        int shiftNow = shift;
        long min = minKey;
        long max = maxKey;
        int found = 0;
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
            buckets[found++] = octave.bucket(cell, shiftNow);
        }
        minKey = min;
        maxKey = max;
        return found;
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
        count(octave.bucket(cell, shift), times);
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
        return 2L * OCTAVES * Integer.BYTES + OCTAVES + codes.heldBytes() + (long) counts.length * Long.BYTES;
    }

    /** Adds amounts without their sums, which the caller keeps. */
    void absorb(ValueCounts other, double least, double greatest) {
        widen(Doubles.key(Double.doubleToRawLongBits(least)));
        widen(Doubles.key(Double.doubleToRawLongBits(greatest)));
        coarsenTo(other.shift());
        for (int i = 0; i < other.size(); i++) {
            long bits = Double.doubleToRawLongBits(other.lower(i));
            count(octaveOf(Doubles.octave(bits)).bucket(bits, shift), other.count(i));
        }
    }

    private Octave octaveOf(int index) {
        Octave octave = octaves[index];
        if (octave == null) {
            if (octavesInUse == inUse.length) {
                inUse = Arrays.copyOf(inUse, 2 * octavesInUse);
            }
            octave = new Octave(octavesInUse);
            octaves[index] = octave;
            inUse[octavesInUse++] = octave;
            if (!isMixed[index]) {
                amountsOnly[index] = octave;
            }
            makeRoom();
        }
        return octave;
    }

    private void makeRoom() {
        int buckets = octavesInUse * bucketsPerOctave();
        if (buckets > counts.length) {
            counts = Arrays.copyOf(counts, Math.max(buckets, counts.length + counts.length / 2));
        }
    }

    private int bucketsPerOctave() {
        return 1 << (Doubles.MANTISSA_BITS - shift);
    }

    private void count(int bucket, long times) {
        long before = counts[bucket];
        counts[bucket] = before + times;
        if (before == 0 && ++occupied > MOST_BUCKETS) {
            coarsenTo(shift + 1);
        }
    }

    private void coarsenTo(int wanted) {
        while (shift < wanted || occupied > MOST_BUCKETS) {
            shift++;
            halve();
        }
    }

    private void halve() {
        long[] halved = new long[counts.length / 2];
        occupied = 0;
        for (int i = 0; i < halved.length; i++) {
            halved[i] = counts[2 * i] + counts[2 * i + 1];
            if (halved[i] > 0) {
                occupied++;
            }
        }
        counts = halved;
    }

    /** The buckets in the order of their values. */
    ValueCounts sorted() {
        long[] keys = new long[occupied];
        long[] found = new long[occupied];
        int buckets = bucketsPerOctave();
        int next = 0;
        for (int i = 0; i < OCTAVES; i++) {
            // Negative octaves come first and backwards, since their keys descend as the fraction ascends.
            int index = i < OCTAVES / 2 ? OCTAVES - 1 - i : i - OCTAVES / 2;
            Octave octave = octaves[index];
            if (octave == null) {
                continue;
            }
            for (int b = 0; b < buckets; b++) {
                int bucket = Doubles.isNegative(index) ? buckets - 1 - b : b;
                long count = counts[octave.place * buckets + bucket];
                if (count > 0) {
                    long bits = ((long) index << Doubles.MANTISSA_BITS) | ((long) bucket << shift);
                    keys[next] = Doubles.key(bits) >> shift;
                    found[next++] = count;
                }
            }
        }
        return new ValueCounts(shift, keys, found);
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
