package io.tidemark.shift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.cohort.Slice;
import io.tidemark.feature.Bins;
import io.tidemark.feature.CategoryMask;
import io.tidemark.measure.PopulationStabilityIndex;
import io.tidemark.measure.Smoothing;
import io.tidemark.profile.CategoricalProfile;
import io.tidemark.profile.NumericProfile;
import io.tidemark.profile.Profile;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FeatureStudyTest {
    private static FeatureShift shift(FeatureStudy study, Profile current) {
        return study.shift(Made.month(1), current, Context.NONE);
    }

    private static double[] repeated(int times, double... values) {
        return IntStream.range(0, times)
                .boxed()
                .flatMapToDouble(i -> DoubleStream.of(values))
                .toArray();
    }

    @Test
    void deltasAreCurrentMinusReference() {
        FeatureStudy study = Made.study(Made.numeric("income"), Made.amounts(10, repeated(10, 0, 1, 2, 3)));
        FeatureShift shift = shift(study, Made.amounts(5, repeated(5, 0, 0, 4)));
        assertEquals(4.0 / 3 - 1.5, shift.averageDelta(), 1e-15);
        assertEquals(5.0 / 20 - 10.0 / 50, shift.missingShareDelta(), 1e-15);
        assertEquals(10.0 / 20 - 10.0 / 50, shift.zeroShareDelta(), 1e-15);
        assertEquals(2.0 / 20 - 4.0 / 50, shift.distinctShareDelta(), 1e-15);
        assertEquals(20, shift.rows());
        assertEquals(50, shift.referenceRows());
        assertEquals("half", shift.smoothing());
    }

    @Test
    void categoriesHaveNoMeanAndNoZeros() {
        FeatureStudy study = Made.study(Made.categorical("channel"), Made.categories(0, Map.of("web", 50, "shop", 50)));
        FeatureShift shift = shift(study, Made.categories(25, Map.of("web", 75)));
        assertNull(shift.averageDelta());
        assertNull(shift.zeroShareDelta());
        assertEquals(0.25, shift.missingShareDelta());
        assertEquals(0.01 - 0.02, shift.distinctShareDelta(), 1e-15);
        assertEquals("shop", shift.widestBin().label());
    }

    @Test
    void aCohortWithoutAmountsHasNoMeanToDiffer() {
        FeatureStudy study = Made.study(Made.numeric("income"), Made.amounts(0, repeated(10, 1, 2, 3)));
        FeatureShift shift = shift(study, Made.amounts(20));
        assertNull(shift.averageDelta());
        assertEquals(1, shift.missingShareDelta());
        assertEquals("__MISSING__", shift.widestBin().label());
        assertTrue(shift.psi().isPresent());
    }

    @Test
    void distinctShareIsNotTakenOfCountsThatAreNotExact() {
        NumericProfile fine =
                Made.amounts(0, DoubleStream.iterate(1, x -> x + 1).limit(5_000).toArray());
        assertNull(shift(Made.study(Made.numeric("income"), fine), fine).distinctShareDelta());
    }

    @Test
    void theSameApplicantsDoNotDiffer() {
        NumericProfile profile = Made.amounts(7, repeated(3, 1, 2, 3, 4, 5));
        FeatureShift shift = shift(Made.study(Made.numeric("age"), profile), profile);
        assertEquals(0, shift.psi().orElseThrow());
        assertEquals(1, shift.noise().pValue());
        assertEquals(0, shift.averageDelta());
    }

    @Test
    void aConstantHasAPsiOfZeroAndNoNoise() {
        NumericProfile constant = Made.amounts(0, repeated(30, 5));
        FeatureShift shift = shift(Made.study(Made.numeric("term"), constant), constant);
        assertEquals(0, shift.psi().orElseThrow());
        assertNull(shift.noise());
    }

    @Test
    void newCategoriesAreNamedFromThePrivacyFloorOnMostFrequentFirst() {
        FeatureStudy study =
                Made.study(Made.categorical("region"), Made.categories(0, Map.of("north", 500, "rare", 3)));
        CategoricalProfile current =
                Made.categories(0, Map.of("north", 100, "few", 9, "ten", 10, "many", 40, "rare", 30));
        assertEquals(List.of("many", "ten"), shift(study, current).newValues());
        assertEquals(59, current.countInto(study.bins())[study.bins().indexOf("few")]);
    }

    @Test
    void newNumbersAreNamedWhereEveryNumberHasABin() {
        FeatureStudy study = Made.study(Made.numeric("term"), Made.amounts(0, repeated(50, 36, 60)));
        double[] current = DoubleStream.concat(
                        DoubleStream.of(repeated(20, 36, 60, 84)), DoubleStream.of(repeated(9, 72)))
                .toArray();
        assertEquals(List.of("84"), shift(study, Made.amounts(0, current)).newValues());
    }

    @Test
    void numbersBeyondTheRangesAreNotNewValues() {
        double[] spread = DoubleStream.iterate(1, x -> x + 1).limit(100).toArray();
        FeatureStudy study = Made.study(Made.numeric("income"), Made.amounts(0, spread));
        assertEquals(List.of(), shift(study, Made.amounts(0, repeated(50, 500))).newValues());
    }

    @Test
    void aValueIsLostWhereFiveApplicantsWereExpectedToCarryIt() {
        FeatureStudy study = Made.study(
                Made.categorical("purpose"),
                Made.categories(0, Map.of("car", 900, "boat", 50, "horse", 40, "dog", 10)));
        assertEquals(
                List.of("boat"),
                shift(study, Made.categories(0, Map.of("car", 100))).lostValues());
        assertEquals(
                List.of("boat", "horse"),
                shift(study, Made.categories(0, Map.of("car", 125))).lostValues());
        assertEquals(
                List.of(),
                shift(study, Made.categories(0, Map.of("car", 99, "boat", 1))).lostValues());
    }

    @Test
    void masksMeetTheCategoriesThatTheyStandFor() {
        Map<String, Integer> counts = Map.of("north", 500, "south", 200, "islands", 4);
        FeatureStudy study = Made.study(
                Made.categorical("region"), Made.categories(0, counts).masked(10));
        CategoricalProfile now = Made.categories(0, Map.of("north", 500, "south", 5, "islands", 60));
        assertTrue(study.baseline() instanceof CategoricalProfile baseline
                && baseline.counts().containsKey(CategoryMask.of("islands")));
        FeatureShift named = shift(study, now);
        FeatureShift masked = shift(study, now.masked(10));
        assertEquals(named.psi(), masked.psi());
        assertEquals(List.of(), named.newValues());
        assertEquals(List.of(), named.lostValues());
    }

    @Test
    void aMaskIsNeverNamed() {
        FeatureStudy study = Made.study(Made.categorical("region"), Made.categories(0, Map.of("north", 500)));
        CategoricalProfile current = Made.categories(0, Map.of("north", 100, CategoryMask.of("secret"), 50));
        assertEquals(List.of(), shift(study, current).newValues());
    }

    @Test
    void contributionsOfTheBinsAddUpToPsi() {
        FeatureStudy study = Made.study(Made.numeric("age"), Made.amounts(20, repeated(30, 1, 2, 3, 4)));
        NumericProfile current = Made.amounts(4, repeated(9, 1, 1, 3, 7));
        double sum = study.binShifts(Made.month(1), study.compare(current), null).stream()
                .mapToDouble(BinShift::psiContribution)
                .sum();
        assertEquals(shift(study, current).psi().orElseThrow(), sum, 1e-12);
    }

    @Test
    void whereNothingIsSmoothedAnEmptyBinHasNoContributionAndPsiNoValue() {
        CategoricalProfile baseline = Made.categories(0, Map.of("a", 50, "b", 50));
        FeatureStudy study = new FeatureStudy(
                Made.categorical("x"),
                new Baseline(Made.YEAR_2023, Made.YEAR_2023.span(), baseline),
                Slice.ALL,
                Bins.ofCategories(List.of("a", "b"), List.of()),
                new Smoothing.None(),
                10);
        CategoricalProfile current = Made.categories(0, Map.of("a", 50));
        assertNull(study.binShifts(Made.month(1), study.compare(current), null)
                .get(1)
                .psiContribution());
        FeatureShift shift = shift(study, current);
        assertTrue(shift.psi().isEmpty());
        assertNull(shift.noise());
        assertNotNull(shift.measures().get(PopulationStabilityIndex.ID));
    }

    @Test
    void aReferenceNeedsApplicants() {
        assertThrows(
                IllegalArgumentException.class, () -> Made.study(Made.categorical("x"), Made.categories(0, Map.of())));
    }
}
