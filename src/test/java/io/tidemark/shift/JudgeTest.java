package io.tidemark.shift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.measure.PopulationStabilityIndex;
import io.tidemark.shift.Thresholds.Effects;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgeTest {
    private static final Judge JUDGE = new Judge(Thresholds.CONVENTION);

    private static FeatureShift shift(String feature, double psi, long reference, long current) {
        return Made.shift(feature, Made.month(1), psi, Made.noise(psi, reference, current));
    }

    private static Severity alone(Judge judge, FeatureShift shift) {
        return judge.grade(List.of(shift)).get(0).severity();
    }

    /** Ten bins of equal shares; with 100,000 against 10,000 applicants chance alone gives a PSI of 0.00099 on average. */
    @ParameterizedTest(name = "PSI {0} of {2} against {1} is {3}")
    @CsvSource({
        "0.01, 1000000, 1000000, NEGLIGIBLE",
        "0.1009, 100000, 10000, NEGLIGIBLE",
        "0.1010, 100000, 10000, MODERATE",
        "0.2509, 100000, 10000, MODERATE",
        "0.2510, 100000, 10000, MAJOR",
        "3.0, 100000, 10000, MAJOR",
        "0.0001, 100000, 10000, NONE",
        "0.15, 200, 200, CANNOT_TELL",
        "0.01, 200, 200, CANNOT_TELL",
        "0.12, 1000, 160, CANNOT_TELL"
    })
    void aGradeNeedsBothAnEffectAndSignificance(double psi, long reference, long current, Severity expected) {
        assertEquals(expected, alone(JUDGE, shift("income", psi, reference, current)));
    }

    /** Ten bins: 2 (c - 9) (1/n + 1/10,000) = 0.01 with c = {@code scipy.stats.chi2.isf(0.05, 9)} = 16.919 gives n = 1,881.9. */
    @Test
    void whereNothingCanBeToldItSaysHowManyApplicantsItWouldTake() {
        Judge judge = judge(Map.of(PopulationStabilityIndex.ID, Map.of(Thresholds.ANY, new Effects(0.01, 0.02))));
        FeatureShift few = Made.shift("income", Made.month(1), 0.012, Made.noise(0.012, 10_000, 1_000));
        JudgedShift judged = judge.grade(List.of(few)).get(0);
        assertEquals(Severity.CANNOT_TELL, judged.severity());
        assertEquals(1_882, judged.rowsNeeded());
    }

    private static FeatureShift moved(long referenceRows) {
        return Made.shift("income", Made.month(1), 2.0, Made.noise(2.0, 1_000, 1_000), referenceRows);
    }

    @Test
    void aReferenceOfLessThanAHundredTellsNothing() {
        assertEquals(Severity.CANNOT_TELL, alone(JUDGE, moved(99)));
        assertEquals(Severity.MAJOR, alone(JUDGE, moved(100)));
    }

    private static Judge judge(Map<String, Map<String, Effects>> effects) {
        return new Judge(new Thresholds(effects, 0.05, Multiplicity.BENJAMINI_HOCHBERG));
    }

    @Test
    void aFeatureMayHaveEffectsOfItsOwn() {
        Judge judge = judge(Map.of(
                PopulationStabilityIndex.ID,
                Map.of(Thresholds.ANY, new Effects(0.1, 0.25), "income", new Effects(0.01, 0.02))));
        assertEquals(Severity.MODERATE, alone(judge, shift("income", 0.0150, 100_000, 100_000)));
        assertEquals(Severity.MAJOR, alone(judge, shift("income", 0.0202, 100_000, 100_000)));
        assertEquals(Severity.NEGLIGIBLE, alone(judge, shift("age", 0.0202, 100_000, 100_000)));
    }

    @Test
    void amongManyQuietFeaturesAPValueOfOneInAHundredIsNoShift() {
        FeatureShift lucky = shift("lucky", 0.12, 2_000, 190);
        assertEquals(Severity.NEGLIGIBLE, alone(JUDGE, lucky));
        List<FeatureShift> features = new ArrayList<>();
        features.add(lucky);
        for (int i = 0; i < 30; i++) {
            features.add(shift("quiet" + i, 0.02, 2_000, 190));
        }
        JudgedShift judged = JUDGE.grade(features).get(0);
        assertTrue(judged.qValue() > 0.05 && lucky.noise().pValue() < 0.05);
        assertEquals(Severity.NONE, judged.severity());
    }

    @Test
    void gradesKeepTheOrderAndFeaturesWithoutALawAreNotCounted() {
        FeatureShift constant = Made.shift("constant", Made.month(1), 0.0, null);
        FeatureShift undefined = Made.shift("undefined", Made.month(1), null, null);
        FeatureShift lawless = Made.shift("lawless", Made.month(1), 0.4, null);
        FeatureShift moved = shift("moved", 0.3, 100_000, 10_000);
        List<JudgedShift> judged = JUDGE.grade(Arrays.asList(constant, moved, undefined, lawless));
        assertEquals(
                List.of(Severity.NONE, Severity.MAJOR, Severity.CANNOT_TELL, Severity.CANNOT_TELL),
                judged.stream().map(JudgedShift::severity).toList());
        assertEquals(moved.noise().pValue(), judged.get(1).qValue());
        assertNull(judged.get(0).qValue());
        assertNull(judged.get(2).qValue());
    }

    @Test
    void nothingIsGradedWhereNothingWasCompared() {
        assertEquals(List.of(), JUDGE.grade(List.of()));
    }

    @Test
    void thresholdsCannotContradictThemselves() {
        assertThrows(IllegalArgumentException.class, () -> new Effects(0.3, 0.2));
        assertThrows(IllegalArgumentException.class, () -> new Effects(0, 0.2));
        assertThrows(IllegalArgumentException.class, () -> new Effects(Double.NaN, 0.2));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Thresholds(Thresholds.CONVENTION.effects(), 1, Multiplicity.BENJAMINI_HOCHBERG));
    }

    @Test
    void onlyModerateAndMajorAreShifts() {
        assertEquals(
                List.of(Severity.MODERATE, Severity.MAJOR),
                Arrays.stream(Severity.values()).filter(Severity::isShift).toList());
    }
}
