package io.tidemark.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class EstimateInHindsightTest {
    private static double asEver(double points) {
        return -2 + 0.05 * points;
    }

    /** Applicants whose points have a mean, and who turn out as a logit says. */
    private static ScoredOutcomes drawn(Random random, int n, double mean, DoubleUnaryOperator logit) {
        double[] points =
                random.doubles(n).map(u -> random.nextGaussian() * 25 + mean).toArray();
        boolean[] bad = new boolean[n];
        for (int i = 0; i < n; i++) {
            bad[i] = random.nextDouble() < Logit.inverse(logit.applyAsDouble(points[i]));
        }
        return new ScoredOutcomes(bad, points);
    }

    private static Optional<String> missed(Random random, double mean, DoubleUnaryOperator logit) {
        LogisticCalibration calibration = LogisticCalibration.of(
                        drawn(random, 2_000, 0, EstimateInHindsightTest::asEver), ScoreForm.POINTS)
                .known()
                .orElseThrow();
        return EstimateInHindsight.of(calibration, drawn(random, 1_500, mean, logit))
                .missed();
    }

    /** A thousand times, though others apply: one of a hundred is called missed. */
    @Test
    void whoAppliesDoesNotCountAsLongAsTheyTurnOutAsBefore() {
        Random random = new Random(7);
        int missed = 0;
        for (int i = 0; i < 1_000; i++) {
            missed += missed(random, 15, EstimateInHindsightTest::asEver).isPresent() ? 1 : 0;
        }
        assertEquals(0.01, missed / 1_000.0, 0.01);
    }

    @Test
    void anotherLevelIsSeenInTheRate() {
        String said = missed(new Random(1), 0, points -> -1.2 + 0.05 * points).orElseThrow();
        assertTrue(said.matches("a bad rate of \\d+\\.\\d % \\(.* to .*\\), and it was \\d+\\.\\d %"), said);
    }

    @Test
    void anotherRankingIsSeenInTheArea() {
        String said = missed(new Random(2), 0, points -> -1.6 + 0.015 * points).orElseThrow();
        assertTrue(said.startsWith("AUC 0."), said);
    }

    @Test
    void nothingIsMissedWhereThereIsNobody() {
        LogisticCalibration calibration = LogisticCalibration.of(
                        drawn(new Random(3), 500, 0, EstimateInHindsightTest::asEver), ScoreForm.POINTS)
                .known()
                .orElseThrow();
        ScoredOutcomes none = new ScoredOutcomes(new boolean[0], new double[0]);
        assertEquals(Optional.empty(), EstimateInHindsight.of(calibration, none).missed());
    }
}
