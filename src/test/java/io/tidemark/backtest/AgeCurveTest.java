package io.tidemark.backtest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AgeCurveTest {
    /** Losses by age only: gaps of age a are ageing[a] − ageing[1]. */
    private static AgeCurve curve(double... ageing) {
        return AgeCurve.of(Matrices.of(0, ageing.length - 1, (model, cohort) -> 0.2 + ageing[cohort - model]));
    }

    private static double[] losses(AgeCurve curve, int oldest) {
        return IntStream.rangeClosed(1, oldest).mapToDouble(curve::loss).toArray();
    }

    /**
     * <pre>
     * import numpy as np
     * from scipy.optimize import isotonic_regression
     * g = [.01, .04, .02, .05]; w = [sum(2**(-(5-k-a)/12) for k in range(6-a)) for a in (2,3,4,5)]
     * isotonic_regression([x*v/(v+3) for x, v in zip(g, w)], weights=w).x
     * </pre>
     */
    @Test
    void meansAreShrunkAndThenPooledToBeMonotone() {
        double[] expected = {0, 0.005506068680851878, 0.01434179198000513, 0.01434179198000513, 0.01434179198000513};
        assertArrayEquals(expected, losses(curve(0, 0, 0.01, 0.04, 0.02, 0.05), 5), 1e-12);
    }

    @Test
    void beyondTheOldestAgeItGoesOnAtHalfItsAverageSlope() {
        AgeCurve curve = curve(0, 0, 0.01, 0.04);
        double last = curve.loss(3);
        assertEquals(last + 2 * last / 2 / 2, curve.loss(5), 1e-15);
    }

    @Test
    void modelsThatGetBetterWithAgeCountAsNotAgeing() {
        assertArrayEquals(new double[6], losses(curve(0, 0, -0.01, -0.02), 6), 0);
    }

    @Test
    void withoutPairsItIsZero() {
        assertEquals(0, curve(0, 0).loss(9));
    }
}
