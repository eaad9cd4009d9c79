package io.tidemark.measure;

import static io.tidemark.measure.Comparisons.number;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.measure.MeasureResult.Undefined;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Measures over the counts of the bins: what their general laws do not say. */
class BinnedMeasuresTest {
    private static final Smoothing NONE = new Smoothing.None();
    private static final Smoothing HALF = new Smoothing.HalfCount();

    @Test
    void withoutSmoothingABinThatIsEmptyOnOneSideLeavesPsiUndefined() {
        PopulationStabilityIndex psi = new PopulationStabilityIndex();
        assertEquals(
                new Undefined("bin c1 is empty on one side, and nothing is smoothed"),
                psi.of(Comparisons.ofCounts(new long[] {3, 4}, new long[] {3, 0}, NONE)));
        assertEquals(
                new Undefined("bin c1 is empty on one side, and nothing is smoothed"),
                psi.of(Comparisons.ofCounts(new long[] {3, 0}, new long[] {3, 4}, NONE)));
    }

    @Test
    void contributionsToPsiAddUpAndAreNeverNegative() {
        Comparison comparison = Comparisons.ofCounts(new long[] {30, 40, 0, 30}, new long[] {20, 0, 60, 20}, HALF);
        double sum = 0;
        for (int i = 0; i < comparison.contingency().size(); i++) {
            double contribution = PopulationStabilityIndex.contribution(comparison.contingency(), i, HALF);
            assertTrue(contribution >= 0);
            sum += contribution;
        }
        assertEquals(number(new PopulationStabilityIndex().of(comparison)), sum, 1e-15);
    }

    @Test
    void missingValuesAreABinOfTheirOwn() {
        Comparison comparison = Comparisons.ofProfiles(
                Comparisons.amounts(1, 2, 2).merge(Comparisons.missing(1)),
                Comparisons.amounts(1, 2, 2).merge(Comparisons.missing(3)),
                NONE);
        assertEquals(0.25, number(new TotalVariationDistance().of(comparison)));
        assertEquals(0.25, number(new LInfinityDistance().of(comparison)));
        int widest = LInfinityDistance.widestBin(comparison.contingency());
        assertEquals("__MISSING__", comparison.contingency().bin(widest).label());
    }

    @Test
    void distancesOfNothingInCommonAreOne() {
        Comparison comparison = Comparisons.ofCounts(new long[] {3, 7, 0}, new long[] {0, 0, 9}, NONE);
        for (String id : List.of("js_distance", "hellinger_distance", "tv_distance", "cramers_v")) {
            assertEquals(1, number(Comparisons.measure(id).of(comparison)), 1e-15, id);
        }
    }

    @Test
    void oneSharedBinLeavesNothingToTest() {
        Comparison comparison = Comparisons.ofCounts(new long[] {3}, new long[] {9}, NONE);
        assertEquals(new Undefined("all applicants share one bin"), new ChiSquaredTest().of(comparison));
        assertEquals(new Undefined("all applicants share one bin"), new CramersV().of(comparison));
    }

    @Test
    void reasonsNameTheSideWithoutApplicants() {
        long[] some = {3, 4};
        long[] none = {0, 0};
        for (Measure measure : Measures.ALL) {
            if (measure.card().on() == MeasureCard.On.ALL) {
                assertEquals(
                        new Undefined("the reference has no applicants"),
                        measure.of(Comparisons.ofCounts(none, some, HALF)));
                assertEquals(
                        new Undefined("the cohort has no applicants"),
                        measure.of(Comparisons.ofCounts(some, none, HALF)));
            }
        }
    }
}
