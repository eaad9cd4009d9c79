package io.tidemark.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OrderTest {
    @Test
    void equalNumbersAreInTheOrderOfTheNextKey() {
        assertArrayEquals(
                new int[] {4, 3, 1, 0, 2},
                Order.of(new double[] {3, 1, Double.NaN, 1, -2}, new double[] {0, 2, 0, 1, 0}));
    }

    @Test
    void whatIsAlikeInAllKeysStaysInItsOrder() {
        assertArrayEquals(new int[] {1, 3, 0, 2}, Order.of(new double[] {7, 5, 7, 5}, new double[] {1, 1, 1, 1}));
    }

    @Test
    void bothZerosAreOneNumber() {
        assertArrayEquals(new int[] {2, 1, 0}, Order.of(new double[] {0.0, -0.0, 0.0}, new double[] {3, 2, 1}));
    }

    @Test
    void numbersOfAnySizeAndSignAreInOrder() {
        double[] ascending = {
            Double.NEGATIVE_INFINITY,
            -Double.MAX_VALUE,
            -1,
            -Double.MIN_NORMAL,
            -Double.MIN_VALUE,
            0,
            Double.MIN_VALUE,
            1,
            1 + Math.ulp(1.0),
            0x1p53,
            Double.MAX_VALUE,
            Double.POSITIVE_INFINITY,
            Double.longBitsToDouble(0xfff8000000000001L)
        };
        double[] descending = new double[ascending.length];
        Arrays.setAll(descending, i -> ascending[ascending.length - 1 - i]);
        assertArrayEquals(IntStream.range(0, ascending.length).toArray(), Order.of(ascending));
        assertArrayEquals(
                IntStream.range(0, ascending.length)
                        .map(i -> ascending.length - 1 - i)
                        .toArray(),
                Order.of(descending));
    }

    @Test
    void itIsTheOrderOfASortOfPlaces() {
        SplittableRandom random = new SplittableRandom(5);
        for (int size = 0; size < 200; size++) {
            double[][] keys = new double[3][];
            for (int key = 0; key < keys.length; key++) {
                keys[key] = random.doubles(size).map(OrderTest::coarse).toArray();
            }
            assertArrayEquals(
                    IntStream.range(0, size)
                            .boxed()
                            .sorted(Comparator.comparingDouble((Integer i) -> keys[0][i] + 0.0)
                                    .thenComparingDouble(i -> keys[1][i] + 0.0)
                                    .thenComparingDouble(i -> keys[2][i] + 0.0)
                                    .thenComparing(Comparator.naturalOrder()))
                            .mapToInt(Integer::intValue)
                            .toArray(),
                    Order.of(keys));
        }
    }

    @Test
    void aFewRunsInOrderAreMerged() {
        SplittableRandom random = new SplittableRandom(6);
        for (int runs : new int[] {1, 2, 3, 7, 32, 33}) {
            double[] key = IntStream.range(0, runs)
                    .mapToObj(run ->
                            random.doubles(100).map(x -> Math.rint(50 * x)).sorted())
                    .flatMapToDouble(run -> run)
                    .toArray();
            assertArrayEquals(sorted(key), Order.of(key), runs + " runs");
        }
    }

    @Test
    void numbersOfAnyBitsInAnyOrderAreSorted() {
        double[] key = new SplittableRandom(7)
                .longs(1_000)
                .mapToDouble(Double::longBitsToDouble)
                .toArray();
        assertArrayEquals(sorted(key), Order.of(key));
    }

    private static int[] sorted(double[] key) {
        return IntStream.range(0, key.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> key[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Ties, both zeros and NaN. */
    private static double coarse(double x) {
        double tenth = Math.rint(10 * x);
        return tenth == 5 ? Double.NaN : tenth == 4 ? -0.0 : tenth == 3 ? 0.0 : tenth;
    }
}
