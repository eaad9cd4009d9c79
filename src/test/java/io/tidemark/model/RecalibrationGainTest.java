package io.tidemark.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecalibrationGainTest {
    static Stream<Map<String, String>> figures() throws IOException {
        return GoldenApplicants.rows("recalibration.csv").stream();
    }

    /** {@code golden/model/recalibration.csv}, written by {@code performance.py} with statsmodels. */
    @ParameterizedTest
    @MethodSource("figures")
    void theGainIsThatOfStatsmodels(Map<String, String> golden) throws IOException {
        List<Map<String, String>> rows = GoldenApplicants.rows("applicants.csv");
        int half = rows.size() / 2;
        RecalibrationGain gain = RecalibrationGain.of(
                        List.of(
                                outcomes(rows.subList(0, half), golden.get("score")),
                                outcomes(rows.subList(half, rows.size()), golden.get("score"))),
                        ScoreForm.PROBABILITY)
                .known()
                .orElseThrow();
        double found = switch (golden.get("figure")) {
            case "brier_gain" -> gain.brier().value();
            case "brier_gain_standard_error" -> gain.brier().standardError();
            case "log_loss_gain" -> gain.logLoss().value();
            case "log_loss_gain_standard_error" -> gain.logLoss().standardError();
            default -> throw new IllegalArgumentException(golden.get("figure"));
        };
        assertEquals(Double.parseDouble(golden.get("value")), found, 1e-9);
    }

    private static ScoredOutcomes outcomes(List<Map<String, String>> rows, String score) {
        boolean[] bad = new boolean[rows.size()];
        for (int i = 0; i < bad.length; i++) {
            bad[i] = rows.get(i).get("bad").equals("1");
        }
        return new ScoredOutcomes(
                bad,
                rows.stream()
                        .mapToDouble(row -> Double.parseDouble(row.get(score)))
                        .toArray());
    }

    /** A cohort whose logits are that much above what its probabilities say. */
    private static ScoredOutcomes cohort(Random random, int n, double shift) {
        boolean[] bad = new boolean[n];
        double[] p = new double[n];
        for (int i = 0; i < n; i++) {
            p[i] = Logit.inverse(random.nextGaussian() - 2);
            bad[i] = random.nextDouble() < Logit.inverse(Logit.of(p[i]) + shift);
        }
        return new ScoredOutcomes(bad, p);
    }

    private static RecalibrationGain gain(List<ScoredOutcomes> cohorts) {
        return RecalibrationGain.of(cohorts, ScoreForm.PROBABILITY).known().orElseThrow();
    }

    @Test
    void whatIsTooLowForEverybodyIsCured() {
        Random random = new Random(1);
        List<ScoredOutcomes> cohorts = List.of(cohort(random, 3_000, 0.8), cohort(random, 3_000, 0.8));
        RecalibrationGain gain = gain(cohorts);
        assertTrue(gain.brier().low() > 0);
        assertTrue(gain.logLoss().low() > 0);
        assertEquals(
                0.8,
                gain.line().intercept().value(),
                3 * gain.line().intercept().standardError());
        double[] before = Performance.squaredErrors(
                ScoredOutcomes.together(cohorts).bad(),
                ScoredOutcomes.together(cohorts).scores());
        assertEquals(Arrays.stream(before).average().orElseThrow(), gain.brierBefore(), 1e-15);
    }

    /** Where nothing is wrong, a new line is worse, by what its two constants cost; it is called better in about one of forty. */
    @Test
    void whereNothingIsWrongThereIsNoGain() {
        Random random = new Random(2);
        int samples = 400;
        double gains = 0;
        double called = 0;
        for (int i = 0; i < samples; i++) {
            RecalibrationGain gain = gain(List.of(cohort(random, 500, 0), cohort(random, 500, 0)));
            gains += gain.logLoss().value();
            called += gain.logLoss().low() > 0 ? 1 : 0;
        }
        assertEquals(-2.0 / 2 / 500, gains / samples, 0.0008);
        assertTrue(called / samples <= 0.025);
    }

    /** A line over a line is a line: how the model was calibrated before does not matter to how it is afterwards. */
    @Test
    void whatComesAfterwardsDoesNotDependOnTheCalibrationBefore() {
        Random random = new Random(3);
        List<ScoredOutcomes> cohorts = List.of(cohort(random, 1_000, 0.5), cohort(random, 800, 0.3));
        List<ScoredOutcomes> others = cohorts.stream()
                .map(cohort -> new ScoredOutcomes(
                        cohort.bad(),
                        Arrays.stream(cohort.scores())
                                .map(p -> Logit.inverse(0.7 + 1.5 * Logit.of(p)))
                                .toArray()))
                .toList();
        RecalibrationGain one = gain(cohorts);
        RecalibrationGain other = gain(others);
        assertEquals(
                one.brierBefore() - one.brier().value(),
                other.brierBefore() - other.brier().value(),
                1e-9);
        assertEquals(
                one.logLossBefore() - one.logLoss().value(),
                other.logLossBefore() - other.logLoss().value(),
                1e-9);
    }

    @Test
    void withoutALineThroughEachThereIsNoGain() {
        ScoredOutcomes fine = cohort(new Random(4), 200, 0);
        ScoredOutcomes allGood = new ScoredOutcomes(new boolean[2], new double[] {0.1, 0.2});
        assertEquals(
                "takes at least 1 bad and 1 good applicants, not 0 and 2",
                RecalibrationGain.of(List.of(fine, allGood), ScoreForm.PROBABILITY)
                        .whyNot()
                        .orElseThrow());
        assertThrows(IllegalArgumentException.class, () -> RecalibrationGain.of(List.of(fine), ScoreForm.PROBABILITY));
    }
}
