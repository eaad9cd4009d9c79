package io.tidemark.model;

import java.util.Arrays;
import java.util.Comparator;

/** The places of numbers in ascending order. Only places of equal numbers are boxed, which are few among scores. */
final class Order {
    private Order() {}

    /**
     * The places; −0 and 0 are equal, NaN is last.
     *
     * @param ofEqual the order of places that hold the same number
     */
    static int[] of(double[] numbers, Comparator<Integer> ofEqual) {
        double[] sorted = new double[numbers.length];
        Arrays.setAll(sorted, i -> numbers[i] + 0.0);
        Arrays.sort(sorted);
        int[] order = new int[numbers.length];
        // How many places of a run of equal numbers are known, kept at the first of them.
        int[] known = new int[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            int first = first(sorted, numbers[i] + 0.0);
            order[first + known[first]++] = i;
        }
        for (int first = 0; first < order.length; first += known[first]) {
            if (known[first] > 1) {
                int[] run = Arrays.stream(order, first, first + known[first])
                        .boxed()
                        .sorted(ofEqual)
                        .mapToInt(Integer::intValue)
                        .toArray();
                System.arraycopy(run, 0, order, first, run.length);
            }
        }
        return order;
    }

    /** Where a number that is there is first met. */
    static int first(double[] sorted, double number) {
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
