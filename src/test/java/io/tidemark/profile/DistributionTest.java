package io.tidemark.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DistributionTest {
    private static Distribution of(double... amounts) {
        NumericAccumulator accumulator = new NumericAccumulator(List.of());
        DoubleStream.of(amounts).forEach(accumulator::add);
        return accumulator.profile().distribution();
    }

    /** {@code numpy.quantile([-2.5, 0, 0, 0.1, 3, 3, 7.7, 12], q)}, NumPy 1.24. */
    @ParameterizedTest
    @CsvSource({
        "0.0,  -2.5",
        "0.05, -1.625",
        "0.1,  -0.7499999999999998",
        "0.25, 0.0",
        "0.3,  0.010000000000000009",
        "0.5,  1.55",
        "0.6,  3.0",
        "0.75, 4.175",
        "0.9,  8.989999999999998",
        "0.95, 10.494999999999997",
        "1.0,  12.0"
    })
    void quantilesAreThoseOfNumpy(double q, double expected) {
        assertEquals(expected, of(3, 12, 0, -2.5, 3, -0.0, 7.7, 0.1).quantile(q));
    }

    @Test
    void exactQuantilesAreThoseOfTheSortedArray() {
        double[] amounts = NumberSamples.many(1_999, 1, random -> Math.rint(random.nextGaussian() * 1_000) / 7)
                .toArray();
        Distribution distribution = of(amounts);
        double[] sorted = BruteForce.sorted(amounts);
        for (int i = 0; i <= 1_000; i++) {
            double q = i / 1_000.0;
            double position = q * (sorted.length - 1);
            int below = (int) position;
            double a = sorted[below];
            double b = sorted[Math.min(below + 1, sorted.length - 1)];
            double expected = a + (b - a) * (position - below);
            assertEquals(expected, distribution.quantile(q), 4 * Math.ulp(Math.max(Math.abs(a), Math.abs(b))));
        }
    }

    @Test
    void bucketsMisplaceAQuantileByAThousandthOfItAtMost() {
        for (NumberSamples.FromRandom law : List.<NumberSamples.FromRandom>of(
                NumberSamples::income, Random::nextGaussian, random -> -Math.exp(5 * random.nextGaussian()))) {
            double[] amounts = NumberSamples.many(30_000, 2, law).toArray();
            Distribution distribution = of(amounts);
            double[] sorted = BruteForce.sorted(amounts);
            for (int i = 0; i <= 1_000; i++) {
                double q = i / 1_000.0;
                double exact = sorted[(int) Math.floor(q * (sorted.length - 1))];
                double found = distribution.quantile(q);
                assertTrue(Math.abs(found - exact) <= 0.001 * Math.abs(exact), found + " for " + exact);
                assertTrue(found <= exact, "a bucket stands at its lower end");
            }
        }
    }

    @Test
    void quantilesAscend() {
        NumberSamples.all().forEach(sample -> {
            Distribution distribution = of(sample.values().stream()
                    .filter(x -> x != null && Double.isFinite(x))
                    .mapToDouble(Double::doubleValue)
                    .toArray());
            if (distribution.total() == 0) {
                return;
            }
            double before = distribution.lowest();
            for (int i = 0; i <= 200; i++) {
                double quantile = distribution.quantile(i / 200.0);
                assertFalse(Double.isNaN(quantile), sample.name());
                assertTrue(quantile >= before, sample.name());
                before = quantile;
            }
            assertTrue(before <= distribution.highest(), sample.name());
        });
    }

    @Test
    void quantilesBetweenTheEndsOfTheDoublesStayBetweenThem() {
        Distribution ends = of(-Double.MAX_VALUE, Double.MAX_VALUE);
        assertEquals(-Double.MAX_VALUE, ends.quantile(0));
        assertEquals(0, ends.quantile(0.5));
        assertEquals(Double.MAX_VALUE, ends.quantile(1));
    }

    @Test
    void noAmountsHaveNoQuantiles() {
        assertThrows(IllegalStateException.class, () -> of().quantile(0.5));
    }

    @Test
    void zeroStandsBetweenNegativeAndPositiveAmounts() {
        Distribution distribution = of(Double.MIN_VALUE, -Double.MIN_VALUE, 0.0, -0.0, 5);
        assertEquals(4, distribution.size());
        assertEquals(-Double.MIN_VALUE, distribution.value(0));
        assertEquals(0, distribution.value(1));
        assertEquals(2, distribution.count(1));
        assertEquals(3, distribution.cumulative(1));
        assertEquals(Double.MIN_VALUE, distribution.value(2));
        assertEquals(5, distribution.highest());
    }
}
