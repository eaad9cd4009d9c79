package io.tidemark.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class AucTest {
    private static double psi(double x, double y) {
        return x > y ? 1 : x == y ? 0.5 : 0;
    }

    /** DeLong's definition, pair by pair. */
    private static double[] byDefinition(double[] x, double[] y) {
        double[] v = Arrays.stream(x)
                .map(a -> Arrays.stream(y).map(b -> psi(a, b)).average().orElseThrow())
                .toArray();
        double[] w = Arrays.stream(y)
                .map(b -> Arrays.stream(x).map(a -> psi(a, b)).average().orElseThrow())
                .toArray();
        double area = Arrays.stream(v).average().orElseThrow();
        return new double[] {area, variance(v, area) / x.length + variance(w, area) / y.length};
    }

    private static double variance(double[] values, double mean) {
        return Arrays.stream(values)
                        .map(value -> (value - mean) * (value - mean))
                        .sum()
                / (values.length - 1);
    }

    @RepeatedTest(50)
    void areaAndVarianceAreThoseOfTheDefinitionTiesAndAll(RepetitionInfo info) {
        Random random = new Random(info.getCurrentRepetition());
        int values = 1 + random.nextInt(40);
        double[] x = random.doubles(2 + random.nextInt(60))
                .map(u -> Math.rint(u * values + 1))
                .toArray();
        double[] y = random.doubles(2 + random.nextInt(60))
                .map(u -> Math.rint(u * values))
                .toArray();
        double[] expected = byDefinition(x, y);
        Auc auc = Auc.of(x, y);
        assertEquals(expected[0], auc.value(), 1e-12);
        assertEquals(expected[1], auc.variance(), 1e-12);
    }

    @Test
    void groupsThatDoNotOverlapAreToldWithoutError() {
        Auc auc = Auc.of(new double[] {3, 4, 5}, new double[] {0, 1});
        assertEquals(1, auc.value());
        assertEquals(0, auc.variance());
        assertEquals(1, auc.low());
    }

    @Test
    void oneScoreInAGroupIsTooFew() {
        assertThrows(IllegalArgumentException.class, () -> Auc.of(new double[] {1}, new double[] {0, 1}));
    }

    @Test
    void theMeanOverFoldsHasTheirMeanAndTheVarianceOfAMean() {
        Auc mean = Auc.mean(List.of(new Auc(0.6, 0.004), new Auc(0.8, 0.002)));
        assertEquals(0.7, mean.value(), 1e-15);
        assertEquals(0.0015, mean.variance(), 1e-15);
    }

    /** Over 2,000 samples of 60 and 40 the interval holds the true area of 0.7602 in about nineteen of twenty. */
    @Test
    void theIntervalHoldsTheTruthInNineteenOfTwenty() {
        Random random = new Random(9);
        int held = 0;
        for (int i = 0; i < 2_000; i++) {
            Auc auc = Auc.of(
                    random.doubles(60).map(u -> random.nextGaussian() + 1).toArray(),
                    random.doubles(40).map(u -> random.nextGaussian()).toArray());
            held += auc.low() <= 0.7602499389065233 && auc.high() >= 0.7602499389065233 ? 1 : 0;
        }
        assertEquals(0.95, held / 2_000.0, 0.015);
    }
}
