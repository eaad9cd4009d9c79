package io.tidemark.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A model's performance against scikit-learn, statsmodels and SciPy: {@code golden/model/performance.csv}, written by {@code performance.py}.
 */
class PerformanceGoldenTest {
    static Stream<Map<String, String>> figures() throws IOException {
        return GoldenApplicants.rows("performance.csv").stream();
    }

    @ParameterizedTest
    @MethodSource("figures")
    void theFigureIsThatOfPython(Map<String, String> golden) throws IOException {
        int model = GoldenApplicants.SCORES.indexOf(golden.get("score"));
        ScoreForm form = golden.get("score").equals("points") ? ScoreForm.POINTS : ScoreForm.PROBABILITY;
        ScoredApplicants applicants = GoldenApplicants.all();
        Performance performance = Performance.of(applicants, model, form, ScoreBands.of());
        LogisticLine line = LogisticCalibration.of(applicants.by(model), form)
                .known()
                .orElseThrow()
                .line();
        double found = switch (golden.get("figure")) {
            case "auc" -> performance.auc().known().orElseThrow().value();
            case "ks" -> performance.ks().known().orElseThrow();
            case "brier" -> performance.brier().known().orElseThrow().value();
            case "brier_standard_error" ->
                performance.brier().known().orElseThrow().standardError();
            case "log_loss" -> performance.logLoss().known().orElseThrow().value();
            case "log_loss_standard_error" ->
                performance.logLoss().known().orElseThrow().standardError();
            case "expected_rate" -> performance.expectedRate().known().orElseThrow();
            case "observed_rate" ->
                performance.observedRate().known().orElseThrow().value();
            case "observed_low" ->
                performance.observedRate().known().orElseThrow().low();
            case "observed_high" ->
                performance.observedRate().known().orElseThrow().high();
            case "calibration_intercept" ->
                performance.calibrationIntercept().known().orElseThrow().value();
            case "calibration_intercept_standard_error" ->
                performance.calibrationIntercept().known().orElseThrow().standardError();
            case "calibration_slope" -> line.slope().value();
            case "calibration_slope_standard_error" -> line.slope().standardError();
            case "line_intercept" -> line.intercept().value();
            case "line_intercept_standard_error" -> line.intercept().standardError();
            default -> throw new IllegalArgumentException(golden.get("figure"));
        };
        assertEquals(Double.parseDouble(golden.get("value")), found, 1e-9);
        if (form == ScoreForm.PROBABILITY) {
            assertEquals(line.slope(), performance.calibrationSlope().known().orElseThrow());
        }
    }
}
