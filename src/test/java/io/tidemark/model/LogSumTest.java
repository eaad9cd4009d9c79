package io.tidemark.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogSumTest {
    private static void assertSum(double[] values) {
        LogSum sum = new LogSum();
        double expected = 0;
        for (double x : values) {
            sum.add(x);
            expected += Math.log1p(x);
        }
        assertEquals(expected, sum.value(), 1e-12 * expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 511, 512, 513, 1_024, 1_300})
    void itIsTheSumOfTheLogarithms(int size) {
        assertSum(new SplittableRandom(7).doubles(size).toArray());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, 1e-8, 1e-17, 1e-300})
    void tinyValuesAddUpAndLargeOnesDoNotOverflow(double x) {
        double[] values = new double[2_000];
        Arrays.fill(values, x);
        assertSum(values);
    }
}
