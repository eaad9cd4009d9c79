package io.tidemark.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

class ComponentsTest {
    private static final double HALF = Math.sqrt(0.5);
    private static final Components DIAGONAL = new Components(new double[] {1, 1}, new double[][] {{HALF, HALF}});

    @Test
    void whatIsBesideTheDirectionsIsTheError() {
        // (3, 1) less the means is (2, 0): half of its squared length of 4 lies along the diagonal; of (0, 2) less
        // them, (-1, 1), nothing does.
        assertArrayEquals(new double[] {1, 1}, DIAGONAL.errors(new double[][] {{3, 1}, {0, 2}}), 1e-12);
    }

    @Test
    void whatFollowsFromTheDirectionsHasNoErrorAtAll() {
        double[][] rows = new double[50][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new double[] {i / 7.0, i / 7.0};
        }
        assertArrayEquals(new double[50], DIAGONAL.errors(rows));
    }
}
