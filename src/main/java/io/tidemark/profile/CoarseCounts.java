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
    private static final short NONE = -1;

    /** The place of each octave among those in use, in the order in which they came up; {@link #NONE} where it is not. */
    private final short[] places = noPlaces();
    /** The same, but for octaves in which not every cell is an amount: zeros are among the subnormals, codes may be anywhere. */
    private final short[] placesOfAmounts = noPlaces();

    /** What is no amount, each cell by itself. */
    private final ExactCounts codes;

    private final boolean[] isMixed = new boolean[OCTAVES];
    /** How often each bucket was seen, octave by octave in the order in which these came up. */
    private long[] counts = new long[0];

    private int shift = FIRST_SHIFT;
    private final OctaveSums sums = new OctaveSums();
    private int octavesInUse;
    private int occupied;
    private int sinceCarry;
    private long minKey = Long.MAX_VALUE;
    private long maxKey = Long.MIN_VALUE;

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

    private static short[] noPlaces() {
        short[] places = new short[OCTAVES];
        Arrays.fill(places, NONE);
        return places;
    }

    /** Counts cells one by one. */
    void addAll(long[] cells, int from, int to) {
        for (int start = from; start < to; ) {
            int end = Math.min(to, start + OctaveSums.CARRY_EVERY - sinceCarry);
            count(cells, start, end);
            sinceCarry += end - start;
            if (sinceCarry >= OctaveSums.CARRY_EVERY) {
                sinceCarry = 0;
                sums.carry();
            }
            start = end;
        }
    }

    /**
     * Counts cells in loops that each do one thing: where counts are cannot be predicted, so that many of them can be waited for at once; and
     * once not all cells are amounts, neither can which of them are, so that they are parted, without cases, before any is looked at.
     */
    private void count(long[] cells, int from, int to) {
        int[] buckets = new int[to - from];
        int found = findAmounts(cells, from, to, buckets, 0);
        if (found < buckets.length) {
            found = part(cells, from + found, to, buckets, found);
        }
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

    /**
     * Adds cells to the sums and finds their buckets, until there is one of an octave that is not in use or holds other than amounts.
     *
     * @param found how many buckets there are already
     * @return how many there are then
     */
    private int findAmounts(long[] cells, int from, int to, int[] buckets, int found) {
        short[] placeOf = placesOfAmounts;
        long[] pending = sums.pending();
        int shiftNow = shift;
        long min = minKey;
        long max = maxKey;
        int next = found;
        for (int i = from; i < to; i++) {
            long cell = cells[i];
            int place = placeOf[Doubles.octave(cell)];
            if (place == NONE) {
                break;
            }
            long key = Doubles.key(cell);
            min = Math.min(min, key);
            max = Math.max(max, key);
            OctaveSums.add(pending, place, Doubles.normalMantissa(cell));
            buckets[next++] = bucket(place, cell, shiftNow);
        }
        minKey = min;
        maxKey = max;
        return next;
    }

    /** The same with any cells: parts them first into those of octaves that hold nothing but amounts, and others. */
    private int part(long[] cells, int from, int to, int[] buckets, int found) {
        short[] placeOf = placesOfAmounts;
        long[] parted = new long[to - from];
        int amounts = 0;
        int others = parted.length - 1;
        for (int i = from; i < to; i++) {
            long cell = cells[i];
            int isOther = placeOf[Doubles.octave(cell)] >>> (Integer.SIZE - 1);
            parted[amounts] = cell;
            parted[others] = cell;
            amounts += 1 - isOther;
            others -= isOther;
        }
        int next = findAmounts(parted, 0, amounts, buckets, found);
        for (int i = amounts; i < parted.length; i++) {
            if (codes.isAmount(parted[i])) {
                buckets[next++] = bucketOf(parted[i]);
            } else {
                codes.add(parted[i], 1);
            }
        }
        return next;
    }

    /** Adds an amount to the sums; gives its bucket. */
    private int bucketOf(long cell) {
        int place = placeOf(Doubles.octave(cell));
        widen(Doubles.key(cell));
        OctaveSums.add(sums.pending(), place, Doubles.mantissa(cell));
        return bucket(place, cell, shift);
    }

    void add(long cell, long times) {
        if (!codes.isAmount(cell)) {
            codes.add(cell, times);
            return;
        }
        widen(Doubles.key(cell));
        int place = placeOf(Doubles.octave(cell));
        sums.add(place, Doubles.mantissa(cell), times);
        count(bucket(place, cell, shift), times);
    }

    /** The bucket of an amount in the octave at a place. */
    private static int bucket(int place, long cell, int shift) {
        return (place << (Doubles.MANTISSA_BITS - shift)) + (int) ((cell & Doubles.MANTISSA) >>> shift);
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
        return 2L * OCTAVES * Short.BYTES
                + OCTAVES
                + codes.heldBytes()
                + sums.heldBytes()
                + (long) counts.length * Long.BYTES;
    }

    /** Adds amounts without their sums, which the caller keeps. */
    void absorb(ValueCounts other, double least, double greatest) {
        widen(Doubles.key(Double.doubleToRawLongBits(least)));
        widen(Doubles.key(Double.doubleToRawLongBits(greatest)));
        coarsenTo(other.shift());
        for (int i = 0; i < other.size(); i++) {
            long bits = Double.doubleToRawLongBits(other.lower(i));
            count(bucket(placeOf(Doubles.octave(bits)), bits, shift), other.count(i));
        }
    }

    private int placeOf(int octave) {
        if (places[octave] == NONE) {
            places[octave] = (short) octavesInUse++;
            if (!isMixed[octave]) {
                placesOfAmounts[octave] = places[octave];
            }
            sums.makeRoom(octavesInUse);
            makeRoom();
        }
        return places[octave];
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
            if (places[index] == NONE) {
                continue;
            }
            for (int b = 0; b < buckets; b++) {
                int bucket = Doubles.isNegative(index) ? buckets - 1 - b : b;
                long count = counts[places[index] * buckets + bucket];
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
            if (places[index] != NONE) {
                moments = moments.plus(Moments.of(index, 0, sums, places[index]));
            }
        }
        return moments;
    }
}
