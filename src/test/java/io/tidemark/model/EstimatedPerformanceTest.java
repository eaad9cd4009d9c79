package io.tidemark.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EstimatedPerformanceTest {
    /** Scores as points; logit P(bad) = −2 + 0.05 · points. */
    private static final LogisticCalibration KNOWN = new LogisticCalibration(
            ScoreForm.POINTS, new LogisticLine(new Estimate(-2, 0), new Estimate(0.05, 0), 0), 1_000_000, 200_000);

    private static double truth(double points) {
        return Logit.inverse(-2 + 0.05 * points);
    }

    /** Points of which many are tied. */
    private static double[] points(Random random, int n, double mean) {
        return random.doubles(n)
                .map(u -> Math.rint(random.nextGaussian() * 25 + mean))
                .toArray();
    }

    private static ScoredOutcomes drawn(Random random, double[] points) {
        boolean[] bad = new boolean[points.length];
        for (int i = 0; i < bad.length; i++) {
            bad[i] = random.nextDouble() < truth(points[i]);
        }
        return new ScoredOutcomes(bad, points);
    }

    private static double rate(ScoredOutcomes outcomes) {
        return (double) outcomes.bads() / outcomes.size();
    }

    private static double area(ScoredOutcomes outcomes) {
        return outcomes.auc().known().orElseThrow().value();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theEstimateIsThatOfTheDefinitionTiesWeightsAndAll(long seed) {
        Random random = new Random(seed);
        double[] scores = points(random, 60, 20);
        double[] weights = random.doubles(60, 0.2, 5).toArray();
        double inOrder = 0;
        double pairs = 0;
        double bads = 0;
        for (int i = 0; i < 60; i++) {
            bads += weights[i] * truth(scores[i]);
            for (int j = 0; j < 60; j++) {
                double pair = i == j ? 0 : weights[i] * truth(scores[i]) * weights[j] * (1 - truth(scores[j]));
                inOrder += scores[i] > scores[j] ? pair : scores[i] == scores[j] ? pair / 2 : 0;
                pairs += pair;
            }
        }
        EstimatedPerformance estimated = EstimatedPerformance.of(KNOWN, scores, weights);
        assertEquals(inOrder / pairs, estimated.auc().known().orElseThrow().value(), 1e-12);
        assertEquals(
                bads / Arrays.stream(weights).sum(),
                estimated.badRate().known().orElseThrow().value(),
                1e-12);
    }

    /** Outcomes are drawn 4,000 times; with about 13, 32 and 130 bads. */
    @ParameterizedTest
    @ValueSource(ints = {60, 150, 600})
    void outcomesThatAreDrawnSpreadAsStated(int n) {
        Random random = new Random(n);
        double[] scores = points(random, n, 5);
        EstimatedPerformance estimated = EstimatedPerformance.of(KNOWN, scores);
        Auc auc = estimated.auc().known().orElseThrow();
        Estimate badRate = estimated.badRate().known().orElseThrow();
        int draws = 4_000;
        double[] areas = new double[draws];
        double[] rates = new double[draws];
        for (int draw = 0; draw < draws; draw++) {
            ScoredOutcomes outcomes = drawn(random, scores);
            areas[draw] = area(outcomes);
            rates[draw] = rate(outcomes);
        }
        assertEquals(badRate.value(), mean(rates), 4 * badRate.standardError() / Math.sqrt(draws));
        assertEquals(1, deviation(rates) / badRate.standardError(), 0.05);
        assertEquals(auc.value(), mean(areas), 0.1 * Math.sqrt(auc.variance()));
        assertEquals(1, deviation(areas) / Math.sqrt(auc.variance()), 0.06);
        long held = Arrays.stream(areas)
                .filter(area -> area >= auc.low() && area <= auc.high())
                .count();
        assertEquals(0.95, (double) held / draws, 0.015);
    }

    /** A reference of 500 is calibrated on, a cohort of 700 others is estimated and then turns out; 1,000 times, under a shift of who applies. */
    @Test
    void nineteenOfTwentyCohortsTurnOutWithinTheIntervalThoughTheirApplicantsAreOthers() {
        Random random = new Random(3);
        int cohorts = 1_000;
        double areas = 0;
        double rates = 0;
        double ratesWithoutCalibration = 0;
        for (int i = 0; i < cohorts; i++) {
            ScoredOutcomes reference = drawn(random, points(random, 500, 0));
            LogisticCalibration calibration =
                    LogisticCalibration.of(reference, ScoreForm.POINTS).known().orElseThrow();
            ScoredOutcomes cohort = drawn(random, points(random, 700, 25));
            EstimatedPerformance estimated = EstimatedPerformance.of(calibration, cohort.scores());
            Auc auc = estimated.auc().known().orElseThrow();
            Estimate badRate = estimated.badRate().known().orElseThrow();
            areas += area(cohort) >= auc.low() && area(cohort) <= auc.high() ? 1 : 0;
            rates += rate(cohort) >= badRate.low() && rate(cohort) <= badRate.high() ? 1 : 0;
            Estimate certain = EstimatedPerformance.of(KNOWN, cohort.scores())
                    .badRate()
                    .known()
                    .orElseThrow();
            ratesWithoutCalibration +=
                    Math.abs(rate(cohort) - badRate.value()) <= Auc.QUANTILE * certain.standardError() ? 1 : 0;
        }
        assertEquals(0.95, areas / cohorts, 0.02);
        assertEquals(0.95, rates / cohorts, 0.02);
        assertTrue(ratesWithoutCalibration / cohorts < 0.8, "the error of the calibration is most of it here");
    }

    /** The assumption is the whole of it: if those with the same score turn out otherwise, the estimate cannot know. */
    @Test
    void whatBecomesOfApplicantsIsNotSeenInTheirScores() {
        Random random = new Random(5);
        double[] scores = points(random, 2_000, 10);
        EstimatedPerformance estimated = EstimatedPerformance.of(KNOWN, scores);
        boolean[] bad = new boolean[scores.length];
        for (int i = 0; i < bad.length; i++) {
            bad[i] = random.nextDouble() < Logit.inverse(-1.5 + 0.02 * scores[i]);
        }
        ScoredOutcomes real = new ScoredOutcomes(bad, scores);
        assertTrue(area(real) < estimated.auc().known().orElseThrow().low());
        assertTrue(estimated.assumption().startsWith("applicants with the same score"));
    }

    @Test
    void theOrderOfApplicantsIsNotSeen() {
        double[] scores = points(new Random(8), 500, 10);
        double[] turned = IntStream.range(0, scores.length)
                .mapToDouble(i -> scores[scores.length - 1 - i])
                .toArray();
        assertEquals(EstimatedPerformance.of(KNOWN, scores), EstimatedPerformance.of(KNOWN, turned));
    }

    /** Twice the weight of all is the same estimate. */
    @Test
    void onlyTheRatioOfWeightsCounts() {
        double[] scores = points(new Random(9), 200, 10);
        double[] two = new double[scores.length];
        Arrays.fill(two, 2);
        Auc once = EstimatedPerformance.of(KNOWN, scores).auc().known().orElseThrow();
        Auc twice = EstimatedPerformance.of(KNOWN, scores, two).auc().known().orElseThrow();
        assertEquals(once.value(), twice.value(), 1e-12);
        assertEquals(once.variance(), twice.variance(), 1e-12);
    }

    @Test
    void fewerThanTwoExpectedHaveNoArea() {
        EstimatedPerformance three = EstimatedPerformance.of(KNOWN, new double[] {-60, 0, 10});
        assertTrue(three.badRate().known().isPresent());
        assertEquals(
                "takes at least 2 bad and 2 good applicants, fewer of one kind are expected among 3",
                three.auc().whyNot().orElseThrow());
        EstimatedPerformance none = EstimatedPerformance.of(KNOWN, new double[0]);
        assertFalse(none.badRate().known().isPresent());
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static double deviation(double[] values) {
        double mean = mean(values);
        return Math.sqrt(Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElseThrow());
    }
}
