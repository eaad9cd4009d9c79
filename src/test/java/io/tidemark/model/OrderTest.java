package io.tidemark.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OrderTest {
    @Test
    void equalNumbersAreInTheOrderThatIsGivenForThem() {
        assertArrayEquals(
                new int[] {4, 3, 1, 0, 2},
                Order.of(new double[] {3, 1, Double.NaN, 1, -2}, Comparator.<Integer>reverseOrder()));
    }

    @Test
    void bothZerosAreOneNumber() {
        assertArrayEquals(
                new int[] {2, 1, 0}, Order.of(new double[] {0.0, -0.0, 0.0}, Comparator.<Integer>reverseOrder()));
    }

    @Test
    void itIsTheOrderOfASortOfPlaces() {
        SplittableRandom random = new SplittableRandom(5);
        for (int size = 0; size < 200; size++) {
            double[] numbers = random.doubles(size).map(x -> Math.rint(100 * x)).toArray();
            assertArrayEquals(
                    IntStream.range(0, size)
                            .boxed()
                            .sorted(Comparator.comparingDouble((Integer i) -> numbers[i])
                                    .thenComparing(Comparator.naturalOrder()))
                            .mapToInt(Integer::intValue)
                            .toArray(),
                    Order.of(numbers, Comparator.naturalOrder()));
        }
    }
}
