package io.tidemark.shift;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tidemark.cohort.Cohort;
import io.tidemark.cohort.Granularity;
import io.tidemark.cohort.Reference;
import io.tidemark.feature.Bins;
import io.tidemark.feature.Feature;
import io.tidemark.feature.FeatureKind;
import io.tidemark.measure.Smoothing.HalfCount;
import io.tidemark.profile.CategoricalAccumulator;
import io.tidemark.profile.CategoricalProfile;
import io.tidemark.shift.Thresholds.Effects;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JudgeTest {
    private static final Cohort MAY = Cohort.of(Granularity.MONTH, LocalDate.of(2024, 5, 1));
    private static final Reference REFERENCE = Reference.parse("2023-01-01..2023-06-30");
    private static final Judge JUDGE = new Judge(Thresholds.CONVENTION);

    private static CategoricalProfile profile(long... counts) {
        CategoricalAccumulator accumulator = new CategoricalAccumulator();
        for (int i = 0; i < counts.length; i++) {
            accumulator.add("c" + i, counts[i]);
        }
        return accumulator.profile();
    }

    private static FeatureStudy study(String name, CategoricalProfile reference) {
        Feature feature = new Feature(name, FeatureKind.CATEGORICAL, "string", List.of());
        Bins bins = Bins.ofCategories(reference.counts().keySet(), List.of());
        return new FeatureStudy(feature, REFERENCE, reference, bins, new HalfCount(), 10);
    }

    private static FeatureShift shift(String name, CategoricalProfile reference, CategoricalProfile current) {
        return study(name, reference).shift(MAY, current);
    }

    private static Severity grade(Judge judge, FeatureShift shift) {
        return judge.grade(List.of(shift)).get(0).severity();
    }

    @Test
    void aHugeSampleWithASmallEffectIsSignificantAndNegligible() {
        FeatureShift shift = shift("f", profile(50_000, 50_000), profile(55_000, 45_000));
        assertEquals(0.01, shift.psi().orElseThrow(), 0.001);
        assertEquals(Severity.NEGLIGIBLE, grade(JUDGE, shift));
    }

    @Test
    void aSmallSampleWithALargeEffectCannotTell() {
        FeatureShift shift = shift("f", profile(10, 10, 10, 10, 10), profile(3, 6, 5, 4, 2));
        assertEquals(Severity.CANNOT_TELL, grade(JUDGE, shift));
    }

    @Test
    void effectAndSignificanceTogetherMakeAShift() {
        assertEquals(Severity.MODERATE, grade(JUDGE, shift("f", profile(5_000, 5_000), profile(670, 330))));
        assertEquals(Severity.MAJOR, grade(JUDGE, shift("f", profile(5_000, 5_000), profile(800, 200))));
    }

    @Test
    void nothingIsNone() {
        assertEquals(Severity.NONE, grade(JUDGE, shift("f", profile(5_000, 5_000), profile(505, 495))));
    }

    @Test
    void oneValueOnBothSidesIsNone() {
        assertEquals(Severity.NONE, grade(JUDGE, shift("f", profile(5_000), profile(500))));
    }

    @Test
    void aFeatureMayHaveEffectsOfItsOwn() {
        Judge strict = new Judge(new Thresholds(new Effects(0.1, 0.25), Map.of("f", new Effects(0.005, 0.02)), 0.05));
        assertEquals(Severity.MODERATE, grade(strict, shift("f", profile(50_000, 50_000), profile(55_000, 45_000))));
        assertEquals(Severity.NEGLIGIBLE, grade(strict, shift("g", profile(50_000, 50_000), profile(55_000, 45_000))));
    }

    @Test
    void manyFeaturesAskForMoreEvidence() {
        FeatureShift borderline = shift("f", profile(5_000, 5_000), profile(534, 466));
        assertEquals(Severity.NEGLIGIBLE, grade(JUDGE, borderline));
        List<FeatureShift> many = new java.util.ArrayList<>(List.of(borderline));
        for (int i = 0; i < 40; i++) {
            many.add(shift("quiet" + i, profile(5_000, 5_000), profile(500, 500)));
        }
        assertEquals(Severity.NONE, JUDGE.grade(many).get(0).severity());
    }

    @Test
    void newValuesAreNamedAboveThePrivacyFloorAndLostOnesWhereTheyWereExpected() {
        CategoricalAccumulator current = new CategoricalAccumulator();
        current.add("c0", 900);
        current.add("tablet", 60);
        current.add("phone", 9);
        FeatureShift shift = shift("f", profile(9_000, 900, 30), current.profile());
        assertEquals(List.of("tablet"), shift.newValues());
        assertEquals(List.of("c1"), shift.lostValues());
    }

    @Test
    void aMaskedCategoryIsTheSameCategory() {
        CategoricalProfile current = profile(500, 4).masked(10);
        FeatureShift shift = shift("f", profile(5_000, 40), current);
        assertEquals(0.0, shift.psi().orElseThrow(), 1e-3);
        assertEquals(List.of(), shift.newValues());
    }
}
