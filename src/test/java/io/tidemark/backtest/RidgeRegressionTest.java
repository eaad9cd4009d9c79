package io.tidemark.backtest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

class RidgeRegressionTest {
    /**
     * <pre>
     * import numpy as np
     * X = np.array([[1,0,1,1],[1,0,2,2],[1,1,1,2],[1,0,3,3],[1,1,2,3],[1,2,1,3]]); y = np.array([.2,.3,.25,.5,.1,.4])
     * np.linalg.solve(X.T @ X + np.diag([0,.01,.01,.01]), X.T @ y)
     * </pre>
     */
    @Test
    void collinearTermsAreSolvedAsNumPySolvesThem() {
        RidgeRegression fit = new RidgeRegression(4, 0.01);
        double[] values = {0.2, 0.3, 0.25, 0.5, 0.1, 0.4};
        double[][] terms = {{1, 0, 1, 1}, {1, 0, 2, 2}, {1, 1, 1, 2}, {1, 0, 3, 3}, {1, 1, 2, 3}, {1, 2, 1, 3}};
        for (int row = 0; row < values.length; row++) {
            fit.add(terms[row], values[row]);
        }
        assertArrayEquals(
                new double[] {0.11535262807717891, -0.0033266799733707186, 0.04657351962742777, 0.04324683965400941},
                fit.coefficients(),
                1e-9);
    }
}
