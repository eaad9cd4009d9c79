package io.tidemark.model;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The places of numbers in ascending order, without boxing any. Places that are in order already, or a few runs of such, are merged. */
public final class Order {
    private static final int MOST_RUNS = 32;
    private static final int DIGIT = Byte.SIZE;
    private static final int DIGITS = Long.SIZE / DIGIT;
    private static final int VALUES = 1 << DIGIT;

    private Order() {}

    /**
     * The places in the order of some keys: of the first, where it is equal of the second, and so on; who is alike in all of them stays in the order
     * of the places. −0 and 0 are equal, NaN is last.
     *
     * <p>Where the first key leaves places equal, by the last key first, and then by the one before it without disturbing what is equal there.
     *
     * @param keys at least one, all of the same length
     */
    public static int[] of(double[]... keys) {
        int[] places = IntStream.range(0, keys[0].length).toArray();
        int[] runs = runs(keys);
        if (runs.length <= MOST_RUNS + 1) {
            return merged(keys, places, runs);
        }
        int[] byFirst = by(keys[0], places);
        if (keys.length == 1 || isStrict(keys[0], byFirst)) {
            return byFirst;
        }
        int[] order = places;
        for (int key = keys.length - 1; key >= 0; key--) {
            order = by(keys[key], order);
        }
        return order;
    }

    /** Where runs of places in order begin, and how many places there are; cut short where there are more runs than are merged. */
    private static int[] runs(double[][] keys) {
        int[] starts = new int[MOST_RUNS + 2];
        int count = 1;
        for (int i = 1; i < keys[0].length && count <= MOST_RUNS; i++) {
            if (compare(keys, i - 1, i) > 0) {
                starts[count++] = i;
            }
        }
        starts[count] = keys[0].length;
        return Arrays.copyOf(starts, count + 1);
    }

    private static int compare(double[][] keys, int one, int other) {
        for (double[] key : keys) {
            int found = Long.compareUnsigned(rank(key[one]), rank(key[other]));
            if (found != 0) {
                return found;
            }
        }
        return 0;
    }

    /** Two by two, until there is one run. */
    private static int[] merged(double[][] keys, int[] places, int[] runs) {
        if (runs.length == 2) {
            return places;
        }
        int[] order = places;
        int[] next = new int[places.length];
        int[] starts = runs;
        while (starts.length > 2) {
            int[] nextStarts = new int[starts.length / 2 + 1];
            for (int run = 0; run + 1 < starts.length; run += 2) {
                int end = starts[Math.min(run + 2, starts.length - 1)];
                merge(keys, order, starts[run], starts[run + 1], end, next);
                nextStarts[run / 2 + 1] = end;
            }
            int[] done = order;
            order = next;
            next = done;
            starts = nextStarts;
        }
        return order;
    }

    private static void merge(double[][] keys, int[] order, int from, int middle, int end, int[] merged) {
        int one = from;
        int other = middle;
        for (int place = from; place < end; place++) {
            boolean isOne = other == end || (one < middle && compare(keys, order[one], order[other]) <= 0);
            merged[place] = order[isOne ? one++ : other++];
        }
    }

    private static boolean isStrict(double[] key, int[] order) {
        for (int i = 1; i < order.length; i++) {
            if (rank(key[order[i - 1]]) == rank(key[order[i]])) {
                return false;
            }
        }
        return true;
    }

    /** Digit by digit, the lowest first: a pass over the places for each digit in which they differ, and no comparisons. */
    private static int[] by(double[] key, int[] before) {
        int size = before.length;
        long[] ranks = new long[size];
        int[][] counts = new int[DIGITS][VALUES];
        boolean isInOrder = true;
        for (int i = 0; i < size; i++) {
            long rank = rank(key[before[i]]);
            ranks[i] = rank;
            isInOrder &= i == 0 || Long.compareUnsigned(ranks[i - 1], rank) <= 0;
            for (int digit = 0; digit < DIGITS; digit++) {
                counts[digit][digit(rank, digit)]++;
            }
        }
        int[] order = before.clone();
        if (isInOrder) {
            return order;
        }
        long[] nextRanks = new long[size];
        int[] next = new int[size];
        for (int digit = 0; digit < DIGITS; digit++) {
            int[] starts = counts[digit];
            if (starts[digit(ranks[0], digit)] == size) {
                continue;
            }
            makeStarts(starts);
            for (int i = 0; i < size; i++) {
                int place = starts[digit(ranks[i], digit)]++;
                nextRanks[place] = ranks[i];
                next[place] = order[i];
            }
            long[] doneRanks = ranks;
            ranks = nextRanks;
            nextRanks = doneRanks;
            int[] done = order;
            order = next;
            next = done;
        }
        return order;
    }

    /** From how many there are of each value to where the first of them goes. */
    private static void makeStarts(int[] counts) {
        int start = 0;
        for (int value = 0; value < counts.length; value++) {
            int count = counts[value];
            counts[value] = start;
            start += count;
        }
    }

    private static int digit(long rank, int digit) {
        return (int) (rank >>> (digit * DIGIT)) & (VALUES - 1);
    }

    /** Bits that, without a sign, are in the order of the numbers: negative ones turned over, the others above them; NaN on top. */
    private static long rank(double number) {
        long bits = Double.doubleToLongBits(number + 0.0);
        return bits ^ ((bits >> (Long.SIZE - 1)) | Long.MIN_VALUE);
    }
}
