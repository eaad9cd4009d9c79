package io.tidemark.model;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The places of numbers in ascending order, without boxing any. */
final class Order {
    private Order() {}

    /**
     * The places in the order of some keys: of the first, where it is equal of the second, and so on; who is alike in all of them stays in the order
     * of the places. −0 and 0 are equal, NaN is last.
     *
     * <p>Where the first key leaves places equal, by the last key first, and then by the one before it without disturbing what is equal there.
     *
     * @param keys at least one, all of the same length
     */
    static int[] of(double[]... keys) {
        int[] order = IntStream.range(0, keys[0].length).toArray();
        int[] byFirst = by(keys[0], order);
        if (isStrict(keys[0], byFirst)) {
            return byFirst;
        }
        for (int key = keys.length - 1; key >= 0; key--) {
            order = by(keys[key], order);
        }
        return order;
    }

    private static boolean isStrict(double[] key, int[] order) {
        for (int i = 1; i < order.length; i++) {
            if (Double.compare(key[order[i - 1]] + 0.0, key[order[i]] + 0.0) == 0) {
                return false;
            }
        }
        return true;
    }

    private static int[] by(double[] key, int[] before) {
        double[] numbers = new double[before.length];
        Arrays.setAll(numbers, i -> key[before[i]] + 0.0);
        double[] sorted = numbers.clone();
        Arrays.sort(sorted);
        int[] firsts = firsts(numbers, sorted);
        int[] order = new int[before.length];
        // How many places of a run of equal numbers are known, kept at the first of them.
        int[] known = new int[before.length];
        for (int i = 0; i < before.length; i++) {
            order[firsts[i] + known[firsts[i]]++] = before[i];
        }
        return order;
    }

    /**
     * Where each number is first met among all of them in ascending order. Numbers that come in that order already are not looked for.
     *
     * @param sorted the numbers in ascending order, all zeros as 0
     */
    static int[] firsts(double[] numbers, double[] sorted) {
        int[] firsts = new int[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            double number = numbers[i] + 0.0;
            boolean isInPlace = Double.compare(sorted[i], number) == 0;
            if (isInPlace && (i == 0 || Double.compare(sorted[i - 1], number) != 0)) {
                firsts[i] = i;
            } else if (isInPlace && Double.compare(numbers[i - 1] + 0.0, number) == 0) {
                firsts[i] = firsts[i - 1];
            } else {
                firsts[i] = first(sorted, number);
            }
        }
        return firsts;
    }

    private static int first(double[] sorted, double number) {
        int low = 0;
        int high = sorted.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (Double.compare(sorted[middle], number) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
