package io.tidemark.shift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.shift.CauchyCombination.Weighed;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

class CauchyCombinationTest {
    /** Of tests that count the same. */
    private static double combined(double... pValues) {
        return CauchyCombination.of(
                Arrays.stream(pValues).mapToObj(p -> new Weighed(p, 1)).toList());
    }

    /** By mpmath with forty digits: {@code 1/2 - atan(mean(tan((1/2 - p) pi))) / pi}. */
    @Test
    void combinedValuesAreThoseOfMpmath() {
        assertEquals(0.05276153250015324, combined(0.03, 0.2), 1e-15);
        assertEquals(0.02992143052884842, combined(0.5, 0.5, 0.01), 1e-15);
        assertEquals(2e-20, combined(1e-20, 0.4), 1e-34);
        assertEquals(0.845931658623878, combined(0.7, 0.9), 1e-15);
    }

    /** By mpmath: {@code 1/2 - atan((tan((1/2 - p1) pi) + 2 tan((1/2 - p2) pi) + 3 tan((1/2 - p3) pi)) / 6) / pi}. */
    @Test
    void testsCountByTheProportionsOfTheirWeights() {
        assertEquals(
                0.019681494700238812,
                CauchyCombination.of(List.of(new Weighed(0.5, 1), new Weighed(0.3, 2), new Weighed(0.01, 3))),
                1e-15);
        assertEquals(
                0.006008335920799315,
                CauchyCombination.of(List.of(new Weighed(0.001, 10), new Weighed(0.7, 20), new Weighed(0.4, 30))),
                1e-15);
    }

    @Test
    void oneTestIsItself() {
        for (double p : new double[] {1e-300, 1e-9, 1e-8, 0.3, 0.98}) {
            assertEquals(p, combined(p), 1e-9 * p);
        }
    }

    @Test
    void theEndsAreDefined() {
        assertEquals(0, combined(0, 0.5));
        assertTrue(combined(1, 1e-6) < 1e-4);
        assertTrue(combined(1, 1) <= 1);
    }

    /** Two tests of the same normal deviate with a correlation of 0.7; the error of a rate over 200,000 is 0.0005. */
    @Test
    void theLevelHoldsForTestsThatDependOnEachOther() {
        Random random = new Random(3);
        NormalDistribution normal = NormalDistribution.of(0, 1);
        int replays = 200_000;
        int below = 0;
        for (int i = 0; i < replays; i++) {
            double common = Math.sqrt(0.7) * random.nextGaussian();
            double a = 2 * normal.survivalProbability(Math.abs(common + Math.sqrt(0.3) * random.nextGaussian()));
            double b = 2 * normal.survivalProbability(Math.abs(common + Math.sqrt(0.3) * random.nextGaussian()));
            below += combined(a, b) < 0.05 ? 1 : 0;
        }
        assertEquals(0.05, (double) below / replays, 0.003);
    }
}
