package io.tidemark.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.model.BadOutcome;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** The models that {@code src/test/resources/onnx/models.py} makes. */
class OnnxModelTest {

    private static OnnxModel model(String name) {
        return OnnxModel.of(name, () -> {
            try (InputStream in = OnnxModelTest.class.getResourceAsStream("/onnx/" + name + ".onnx")) {
                return in.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static OptionalDouble score(OnnxModel model, BadOutcome bad, Object... values) {
        try (OnnxScorer scorer = new OnnxScorer(model, values.length, bad)) {
            return scorer.score(values);
        }
    }

    @Test
    void aLogisticRegressionGivesItsFormula() {
        double score = score(model("line"), BadOutcome.USUAL, 0.5, 2.0).orElseThrow();
        assertEquals(1 / (1 + Math.exp(-(2 * 0.5 - 2.0))), score, 1e-7);
    }

    @Test
    void valuesOfTheApplicantBeforeAreForgotten() {
        try (OnnxScorer scorer = new OnnxScorer(model("line"), 2, BadOutcome.USUAL)) {
            OptionalDouble first = scorer.score(new Object[] {0.5, 2.0});
            scorer.score(new Object[] {-3.0, 1.0});
            assertEquals(first, scorer.score(new Object[] {0.5, 2.0}));
        }
    }

    @Test
    void whatIsMissingIsNaNAndAScoreOfNaNIsUndefined() {
        assertEquals(OptionalDouble.empty(), score(model("line"), BadOutcome.USUAL, null, 2.0));
    }

    @Test
    void missingNumbersAndTextsReachAModelThatKnowsThem() {
        OnnxModel champion = model("champion");
        assertEquals(
                List.of(
                        "housing",
                        "income",
                        "dti",
                        "bureau_score",
                        "utilisation",
                        "employment_months",
                        "inquiries_6m",
                        "delinquencies_2y",
                        "loan_amount"),
                champion.inputNames().orElseThrow());
        OptionalDouble unknown =
                score(champion, BadOutcome.USUAL, null, null, null, -999.0, null, null, 1.0, 0.0, 7700.0);
        OptionalDouble ordinary =
                score(champion, BadOutcome.USUAL, "own", 34_000.0, 0.27, 615.0, 0.38, 50.0, 1.0, 0.0, 7700.0);
        assertEquals(ordinary, unknown);
        assertTrue(score(champion, BadOutcome.USUAL, "rent", 34_000.0, 0.27, 615.0, 0.38, 50.0, 1.0, 0.0, 7700.0)
                        .orElseThrow()
                > ordinary.orElseThrow());
    }

    @Test
    void ofTwoNamedClassesTheScoreIsOfTheBadOne() {
        OnnxModel trees = model("trees");
        Object[] anyone = {600.0, 0.4, 0.3, 30_000.0, 24.0, 5_000.0, 1.0};
        double bad = score(trees, BadOutcome.USUAL, anyone).orElseThrow();
        assertEquals(bad, score(trees, new BadOutcome(List.of("1.0")), anyone).orElseThrow());
        assertEquals(1 - bad, score(trees, new BadOutcome(List.of("0")), anyone).orElseThrow(), 1e-6);
        assertEquals(
                bad,
                score(trees, new BadOutcome(List.of("Charged Off")), anyone).orElseThrow());
    }

    @Test
    void theMetadataNameTheFeatures() {
        assertTrue(model("trees").noteOfFeatures().orElseThrow().startsWith("['bureau_score', "));
        assertEquals(Optional.of(7), model("trees").width());
        assertEquals(Optional.empty(), model("line").noteOfFeatures());
        assertEquals(Optional.empty(), model("line").inputNames());
        assertEquals("'X' has 2 columns of numbers", model("line").shownInputs());
    }

    @Test
    void whatIsNoScoreIsSaid() {
        assertEquals(Optional.empty(), model("line").complaint(2, BadOutcome.USUAL));
        assertEquals(
                Optional.of("it gives 3 numbers for an applicant, where 1 or 2 are expected"),
                model("three").complaint(2, BadOutcome.USUAL));
        assertEquals(
                Optional.of("of its outputs (label) none holds probabilities"),
                model("label").complaint(2, BadOutcome.USUAL));
    }

    @Test
    void aFileOfSomethingElseIsNoModel() {
        assertThrows(IllegalArgumentException.class, () -> OnnxModel.of("text", () -> new byte[] {1, 2, 3}));
    }

    @Test
    void theRuntimeNeedNotBeThere() {
        ClassLoader without = new ClassLoader(null) {};
        assertFalse(OnnxRuntime.isOn(without));
        assertTrue(OnnxRuntime.isOn(OnnxModelTest.class.getClassLoader()));
        assertTrue(OnnxRuntime.coordinates().matches("com\\.microsoft\\.onnxruntime:onnxruntime:[0-9.]+"));
    }
}
