package io.tidemark.shift;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Expected: {@code scipy.stats.false_discovery_control(p)}, SciPy 1.17. */
class BenjaminiHochbergTest {
    private static final double ROUNDING = 1e-15;

    @Test
    void qValuesAreThoseOfSciPy() {
        assertQ(new double[] {0.05, 0.05, 0.05, 0.05, 0.05}, 0.01, 0.02, 0.03, 0.04, 0.05);
        assertQ(new double[] {1, 0.0035, 0.07, 0.07, 0.42, 0, 1}, 0.9, 0.001, 0.04, 0.04, 0.3, 0, 1);
        assertQ(new double[] {0.8, 0.8}, 0.8, 0.7);
    }

    private static void assertQ(double[] expected, double... p) {
        assertArrayEquals(expected, BenjaminiHochberg.qValues(p), 1e-15);
    }

    @Test
    void aSingleTestNeedsNoCorrection() {
        assertQ(new double[] {0.2}, 0.2);
    }

    @Test
    void noTestsHaveNoQValues() {
        assertEquals(0, BenjaminiHochberg.qValues(new double[0]).length);
    }

    @Test
    void theArgumentIsLeftAsItWas() {
        double[] p = {0.3, 0.1, 0.2};
        BenjaminiHochberg.qValues(p);
        assertArrayEquals(new double[] {0.3, 0.1, 0.2}, p);
    }

    @Test
    void qIsNeverBelowPNorAboveOneAndKeepsTheOrder() {
        Random random = new Random(7);
        for (int k = 1; k < 60; k++) {
            double[] p = random.doubles(k).map(u -> u * u * u).sorted().toArray();
            double[] q = BenjaminiHochberg.qValues(p);
            for (int i = 0; i < k; i++) {
                assertTrue(q[i] >= p[i] * (1 - ROUNDING) && q[i] <= 1);
            }
            double[] sorted = q.clone();
            Arrays.sort(sorted);
            assertArrayEquals(sorted, q);
        }
    }
}
