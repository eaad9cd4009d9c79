package io.tidemark.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PerformanceTest {
    static IntStream seeds() {
        return IntStream.rangeClosed(1, 30);
    }

    /** Probabilities that are right, of applicants of all kinds; some of them tied. */
    private static ScoredOutcomes drawn(long seed) {
        Random random = new Random(seed);
        int n = 50 + random.nextInt(300);
        boolean[] bad = new boolean[n];
        double[] scores = new double[n];
        for (int i = 0; i < n; i++) {
            scores[i] = (1 + random.nextInt(98)) / 100.0;
            bad[i] = random.nextDouble() < scores[i];
        }
        return new ScoredOutcomes(bad, scores);
    }

    private static Performance performance(boolean[] bad, double[] scores) {
        return Performance.of(
                ScoredApplicants.of(bad, new double[][] {scores}),
                0,
                ScoreForm.PROBABILITY,
                ScoreBands.deciles(scores));
    }

    private static double[] each(double[] scores, DoubleUnaryOperator change) {
        return Arrays.stream(scores).map(change).toArray();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void scoresThatRankAlikeTellAlike(long seed) {
        ScoredOutcomes drawn = drawn(seed);
        Performance before = performance(drawn.bad(), drawn.scores());
        Performance after = performance(drawn.bad(), each(drawn.scores(), p -> p * p * p));
        assertEquals(before.auc(), after.auc());
        assertEquals(before.gini(), after.gini());
        assertEquals(before.ks(), after.ks());
    }

    /** 1 − p: what told the bad tells the good; ties and all. */
    @ParameterizedTest
    @MethodSource("seeds")
    void theOppositeScoreTellsTheOpposite(long seed) {
        ScoredOutcomes drawn = drawn(seed);
        Performance before = performance(drawn.bad(), drawn.scores());
        Performance after = performance(drawn.bad(), each(drawn.scores(), p -> 1 - p));
        Auc area = before.auc().known().orElseThrow();
        Auc opposite = after.auc().known().orElseThrow();
        assertEquals(1 - area.value(), opposite.value(), 1e-12);
        assertEquals(area.variance(), opposite.variance(), 1e-12);
        assertEquals(before.ks(), after.ks());
        assertEquals(-before.gini().known().orElseThrow(), after.gini().known().orElseThrow(), 1e-12);
        assertEquals(slope(before), -slope(after), 1e-9);
    }

    /** The others are the opposite: the model and its opposite are wrong by as much. */
    @ParameterizedTest
    @MethodSource("seeds")
    void badAndGoodCanBeExchanged(long seed) {
        ScoredOutcomes drawn = drawn(seed);
        boolean[] good = new boolean[drawn.size()];
        for (int i = 0; i < good.length; i++) {
            good[i] = !drawn.bad()[i];
        }
        Performance before = performance(drawn.bad(), drawn.scores());
        Performance after = performance(good, each(drawn.scores(), p -> 1 - p));
        assertEquals(
                before.auc().known().orElseThrow().value(),
                after.auc().known().orElseThrow().value(),
                1e-12);
        assertEquals(value(before.brier()), value(after.brier()), 1e-12);
        assertEquals(value(before.logLoss()), value(after.logLoss()), 1e-12);
        assertEquals(value(before.calibrationIntercept()), -value(after.calibrationIntercept()), 1e-9);
        assertEquals(slope(before), slope(after), 1e-9);
    }

    /** logit p + c: the intercept is less by c, the slope is the same, and nobody changes ranks. */
    @ParameterizedTest
    @MethodSource("seeds")
    void addingToAllLogitsTakesFromTheIntercept(long seed) {
        ScoredOutcomes drawn = drawn(seed);
        double c = new Random(seed).nextGaussian();
        Performance before = performance(drawn.bad(), drawn.scores());
        Performance after = performance(drawn.bad(), each(drawn.scores(), p -> Logit.inverse(Logit.of(p) + c)));
        assertEquals(value(before.calibrationIntercept()) - c, value(after.calibrationIntercept()), 1e-10);
        assertEquals(slope(before), slope(after), 1e-9);
        assertEquals(before.auc(), after.auc());
    }

    /** k · logit p: the slope is divided by k. */
    @ParameterizedTest
    @MethodSource("seeds")
    void logitsThatAreFurtherApartHaveLessSlope(long seed) {
        ScoredOutcomes drawn = drawn(seed);
        Performance before = performance(drawn.bad(), drawn.scores());
        Performance after = performance(drawn.bad(), each(drawn.scores(), p -> Logit.inverse(2.5 * Logit.of(p))));
        assertEquals(slope(before) / 2.5, slope(after), 1e-9);
    }

    /** The calibration of a calibrated score is a = 0, b = 1, and it expects what was observed. */
    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsCalibratedNeedsNoCalibration(long seed) {
        ScoredOutcomes drawn = drawn(seed);
        double[] points = each(drawn.scores(), p -> 600 + 20 * p * p);
        LogisticCalibration calibration = LogisticCalibration.of(
                        new ScoredOutcomes(drawn.bad(), points), ScoreForm.POINTS)
                .known()
                .orElseThrow();
        Performance performance = Performance.of(
                ScoredApplicants.of(drawn.bad(), new double[][] {points}), 0, calibration, ScoreBands.deciles(points));
        assertEquals(0, value(performance.calibrationIntercept()), 1e-9);
        assertEquals(1, slope(performance), 1e-9);
        assertEquals(
                performance.observedRate().known().orElseThrow().value(),
                performance.expectedRate().known().orElseThrow(),
                1e-12);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void bandsAddUpToAll(long seed) {
        ScoredOutcomes drawn = drawn(seed);
        Performance performance = performance(drawn.bad(), drawn.scores());
        List<ScoreBand> bands = performance.bands();
        assertEquals(
                performance.labelled(),
                bands.stream().mapToInt(ScoreBand::applicants).sum());
        assertEquals(
                performance.bads(), bands.stream().mapToInt(ScoreBand::bads).sum());
        double expected = bands.stream()
                .mapToDouble(
                        band -> band.applicants() * band.expectedRate().known().orElseThrow())
                .sum();
        assertEquals(performance.expectedRate().known().orElseThrow(), expected / performance.labelled(), 1e-12);
        assertEquals(10, bands.size());
        assertEquals(Double.NEGATIVE_INFINITY, bands.get(0).low());
        assertEquals(bands.get(3).high(), bands.get(4).low());
    }

    /** Nineteen of twenty intervals of probabilities that are right hold 0 and 1. */
    @Test
    void intervalsHoldWhatIsTrue() {
        int samples = 1_000;
        double intercepts = 0;
        double slopes = 0;
        for (int seed = 0; seed < samples; seed++) {
            ScoredOutcomes drawn = drawn(1_000 + seed);
            Performance performance = performance(drawn.bad(), drawn.scores());
            Estimate intercept = performance.calibrationIntercept().known().orElseThrow();
            Estimate slope = performance.calibrationSlope().known().orElseThrow();
            intercepts += intercept.low() <= 0 && intercept.high() >= 0 ? 1 : 0;
            slopes += slope.low() <= 1 && slope.high() >= 1 ? 1 : 0;
        }
        assertEquals(0.95, intercepts / samples, 0.02);
        assertEquals(0.95, slopes / samples, 0.02);
    }

    @Test
    void withOneOutcomeOnlyThereIsALossAndARateButNothingToTell() {
        Performance performance = performance(new boolean[3], new double[] {0.1, 0.2, 0.3});
        assertEquals(
                Map.of(
                        "auc", "takes at least 2 bad and 2 good applicants, not 0 and 3",
                        "gini", "takes at least 2 bad and 2 good applicants, not 0 and 3",
                        "ks", "takes at least 1 bad and 1 good applicants, not 0 and 3",
                        "calibration_intercept", "takes at least 1 bad and 1 good applicants, not 0 and 3",
                        "calibration_slope", "takes at least 1 bad and 1 good applicants, not 0 and 3"),
                performance.undefined());
        assertEquals(0.14 / 3, value(performance.brier()), 1e-15);
        assertEquals(0, performance.observedRate().known().orElseThrow().low());
    }

    @Test
    void nobodyHasNoFigures() {
        Performance performance = Performance.of(
                ScoredApplicants.of(new boolean[1], new double[][] {{Double.NaN}}),
                0,
                ScoreForm.POINTS,
                ScoreBands.of(1));
        assertEquals(1, performance.unscored());
        assertEquals(9, performance.undefined().size());
        assertEquals(2, performance.bands().size());
    }

    @Test
    void whatIsNoProbabilityHasNoLoss() {
        boolean[] bad = {true, false, true, false};
        assertEquals(
                "a score of 1.2 is no probability",
                performance(bad, new double[] {0.3, 1.2, 0.9, 0.1}).undefined().get("brier"));
        Performance points = Performance.of(
                ScoredApplicants.of(bad, new double[][] {{620, 640, 700, 580}}), 0, ScoreForm.POINTS, ScoreBands.of());
        assertEquals(
                "points are no probabilities unless they are calibrated",
                points.undefined().get("expected_rate"));
        assertEquals(0.75, points.auc().known().orElseThrow().value());
    }

    /** Touching is separation as well: at 0.5 there is a bad and a good applicant, and a steeper line is always more likely. */
    @Test
    void separatedOutcomesHaveNoSlope() {
        boolean[] bad = {false, false, true, true};
        double[] touching = {0.1, 0.5, 0.5, 0.9};
        for (double[] scores : List.of(touching, each(touching, p -> 1 - p))) {
            Performance performance = performance(bad, scores);
            assertEquals(
                    Map.of("calibration_slope", "the scores separate the bad from the good"), performance.undefined());
        }
        assertEquals(
                "all scores are the same",
                performance(bad, new double[] {0.3, 0.3, 0.3, 0.3}).undefined().get("calibration_slope"));
    }

    /** ln 1e15 is 34.5; without the limit it would be infinite. */
    @Test
    void certaintyThatWasWrongIsALargeLossButNoInfiniteOne() {
        Performance performance = performance(new boolean[] {true, false, true, false}, new double[] {0, 1, 0.5, 0.5});
        assertEquals((15 * Math.log(10) + Math.log(2)) / 2, value(performance.logLoss()), 1e-2);
        assertTrue(performance.calibrationIntercept().known().isPresent());
    }

    @Test
    void edgesOfBandsAscend() {
        assertThrows(IllegalArgumentException.class, () -> ScoreBands.of(0.2, 0.2));
    }

    private static double value(Figure<Estimate> figure) {
        return figure.known().orElseThrow().value();
    }

    private static double slope(Performance performance) {
        return value(performance.calibrationSlope());
    }

    @Test
    void zerosOfEitherSignAreOneEdgeOfBands() {
        double[] scores = {-2, -0.0, -0.0, -0.0, 0.0, 0.0, 0.0, 1, 2, 3};
        assertArrayEquals(new double[] {0, 1, 2, 3}, ScoreBands.deciles(scores).edges());
    }
}
