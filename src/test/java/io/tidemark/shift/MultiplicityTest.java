package io.tidemark.shift;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class MultiplicityTest {
    private static final double[] P = {0.0001, 0.004, 0.02, 0.03, 0.2, 0.9};

    /** {@code scipy.stats.false_discovery_control(p, method='bh')} and {@code method='by'}, SciPy 1.17. */
    @Test
    void qValuesAreThoseOfSciPy() {
        assertArrayEquals(
                new double[] {0.0006, 0.012, 0.04, 0.045, 0.24, 0.9},
                Multiplicity.BENJAMINI_HOCHBERG.qValues(P),
                1e-15);
        assertArrayEquals(
                new double[] {0.00147, 0.0294, 0.098, 0.11025, 0.588, 1},
                Multiplicity.BENJAMINI_YEKUTIELI.qValues(P),
                1e-15);
    }

    @Test
    void everyMethodIsFoundByItsId() {
        for (Multiplicity method : Multiplicity.values()) {
            assertEquals(method, Multiplicity.ofId(method.id()));
        }
    }
}
