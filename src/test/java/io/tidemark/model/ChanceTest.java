package io.tidemark.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ChanceTest {
    /** {@code 2 * norm.sf(abs((arctanh(r1) - arctanh(r2)) / sqrt((1 + r1**2 / 2) / (n - 3) + (1 + r2**2 / 2) / (m - 3))))} of SciPy. */
    @Test
    void correlationsAreComparedAsSciPyDoes() {
        assertEquals(0.000642802740334748, FisherZ.pValue(0.3, 500, 0.5, 400), 1e-12);
        assertEquals(0.0897163420001448, FisherZ.pValue(-0.2, 100, 0.1, 50), 1e-12);
        assertEquals(1, FisherZ.pValue(0.9, 1_000, 0.9, 1_000), 1e-12);
        assertTrue(FisherZ.pValue(1, 100, 0.2, 100) < 1e-9);
    }

    /** σ² = 101 / (12 · 60 · 40); 1.96 σ = 0.1161. */
    @Test
    void scoresThatKnowNothingLieInTheBandInNineteenOfTwenty() {
        ChanceBand band = ChanceBand.of(1, 60, 40);
        assertEquals(0.5 - 0.116068, band.low(), 1e-5);
        Random random = new Random(4);
        List<ChanceBand.Draw> draws = new ArrayList<>();
        int inside = 0;
        for (int i = 0; i < 2_000; i++) {
            double area = Auc.of(
                            random.doubles(60).toArray(), random.doubles(40).toArray())
                    .value();
            draws.add(new ChanceBand.Draw(area, 60, 40));
            inside += area >= band.low() && area <= band.high() ? 1 : 0;
        }
        assertEquals(0.95, inside / 2_000.0, 0.015);
        assertEquals(1, ChanceBand.spread(draws), 0.05);
    }
}
