package io.tidemark.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class CharacteristicStabilityTest {
    /** Arithmetic: a fifth moves from 40 points to 10. */
    @Test
    void applicantsWhoMoveTakeTheirPointsAlong() {
        double change =
                CharacteristicStability.of(new long[] {50, 30, 20}, new long[] {70, 30, 0}, new double[] {10, 25, 40});
        assertEquals(0.2 * 10 - 0.2 * 40, change, 1e-12);
    }

    @RepeatedTest(20)
    void itIsTheDifferenceOfTheMeansAndConstantsDoNotCount(RepetitionInfo info) {
        Random random = new Random(info.getCurrentRepetition());
        int bins = 2 + random.nextInt(8);
        long[] reference = random.longs(bins, 1, 100).toArray();
        long[] current = random.longs(bins, 0, 100).toArray();
        current[0]++;
        double[] points = random.doubles(bins, -50, 50).toArray();
        double expected = mean(current, points) - mean(reference, points);
        assertEquals(expected, CharacteristicStability.of(reference, current, points), 1e-10);
        double[] more = Arrays.stream(points).map(point -> point + 600).toArray();
        assertEquals(expected, CharacteristicStability.of(reference, current, more), 1e-10);
        assertEquals(0, CharacteristicStability.of(reference, reference, points));
    }

    private static double mean(long[] counts, double[] points) {
        return IntStream.range(0, counts.length)
                        .mapToDouble(bin -> counts[bin] * points[bin])
                        .sum()
                / Arrays.stream(counts).sum();
    }

    @Test
    void otherBinsOrNobodyAreRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> CharacteristicStability.of(new long[2], new long[] {1, 1}, new double[2]));
        assertThrows(
                IllegalArgumentException.class,
                () -> CharacteristicStability.of(new long[] {1, 1}, new long[] {1, 1}, new double[3]));
    }
}
