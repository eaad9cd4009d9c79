package io.tidemark.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class KolmogorovTest {
    /** {@code scipy.special.kolmogorov(t)}, SciPy 1.10, for t from 1e-3 to 10. */
    @ParameterizedTest
    @CsvFileSource(resources = "/golden/kolmogorov.csv", numLinesToSkip = 1)
    void theUpperTailIsThatOfScipy(double t, double survival) {
        assertEquals(survival, Kolmogorov.survival(t), 1e-12 * survival);
    }

    @Test
    void theTailFallsFromOneToZero() {
        assertEquals(1, Kolmogorov.survival(0));
        assertEquals(1, Kolmogorov.survival(Double.MIN_VALUE));
        assertEquals(0, Kolmogorov.survival(1e6));
        assertEquals(0, Kolmogorov.survival(Double.MAX_VALUE));
        double before = 1;
        for (int i = 1; i <= 40_000; i++) {
            double here = Kolmogorov.survival(i / 4_000.0);
            assertTrue(here >= 0 && here <= before, "at " + i / 4_000.0);
            before = here;
        }
    }
}
