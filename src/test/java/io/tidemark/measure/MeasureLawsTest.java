package io.tidemark.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.measure.MeasureCard.Form;
import io.tidemark.measure.MeasureCard.On;
import io.tidemark.measure.MeasureResult.Test;
import io.tidemark.measure.MeasureResult.Undefined;
import io.tidemark.measure.MeasureResult.Value;
import io.tidemark.profile.NumberSamples;
import io.tidemark.profile.NumericProfile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every measure of the catalogue promises; a new one is held to it by being listed there. */
class MeasureLawsTest {
    /** Measures for which it matters which side is the reference, and says so on its card. */
    private static final Set<String> ONE_SIDED = Set.of("wasserstein_normalized");

    private static final Smoothing NONE = new Smoothing.None();
    private static final List<Smoothing> SMOOTHINGS = List.of(NONE, Comparisons.FLOOR, new Smoothing.HalfCount());

    static Stream<Measure> measures() {
        return Measures.ALL.stream();
    }

    /** Comparisons of every sort: alike, shifted, sparse, disjoint, exact and in buckets. */
    private static List<Comparison> comparisons() {
        List<Comparison> comparisons = new ArrayList<>();
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            int bins = 2 + random.nextInt(15);
            int most = List.of(2, 3, 50, 100_000).get(random.nextInt(4));
            long[] reference = Comparisons.counts(random, bins, most);
            long[] current = Comparisons.counts(random, bins, most);
            reference[0]++;
            current[bins - 1]++;
            comparisons.add(Comparisons.ofCounts(reference, current, SMOOTHINGS.get(seed % SMOOTHINGS.size())));
            comparisons.add(disjoint(random, bins, most));
        }
        for (int seed = 0; seed < 8; seed++) {
            double shift = seed / 10.0;
            double[] reference = NumberSamples.many(seed % 2 == 0 ? 4_000 : 90, seed, Random::nextGaussian)
                    .toArray();
            double[] current = NumberSamples.many(seed % 3 == 0 ? 3_000 : 70, 50 + seed, Random::nextGaussian)
                    .map(x -> x + shift)
                    .toArray();
            comparisons.add(Comparisons.ofAmounts(reference, current));
        }
        comparisons.add(Comparisons.ofAmounts(new double[] {1, 2, 3}, new double[] {10, 11}));
        comparisons.add(Comparisons.ofAmounts(new double[] {1e300, -1e300, 1e-300}, new double[] {-1e300, 0}));
        return comparisons;
    }

    private static Comparison disjoint(Random random, int bins, int most) {
        long[] reference = new long[2 * bins];
        long[] current = new long[2 * bins];
        for (int i = 0; i < bins; i++) {
            reference[i] = 1L + random.nextInt(most);
            current[bins + i] = 1L + random.nextInt(most);
        }
        return Comparisons.ofCounts(reference, current, Comparisons.FLOOR);
    }

    @ParameterizedTest
    @MethodSource("measures")
    void identicalSidesHaveNoDistance(Measure measure) {
        for (Comparison comparison : comparisons()) {
            assertNothingFound(measure, measure.of(Comparisons.withItself(comparison)));
        }
    }

    @ParameterizedTest
    @MethodSource("measures")
    void theSameSharesOfAnotherSizeHaveNoDistance(Measure measure) {
        if (measure.card().on() == On.ALL) {
            long[] reference = {7, 11, 13, 900, 1};
            long[] current = {49, 77, 91, 6_300, 7};
            assertNothingFound(measure, measure.of(Comparisons.ofCounts(reference, current, NONE)));
        }
        double[] amounts = {0.1, 0.1, 3, -2, 0};
        double[] thrice = {0.1, 0.1, 3, -2, 0, 0.1, 0.1, 3, -2, 0, 0.1, 0.1, 3, -2, 0};
        assertNothingFound(measure, measure.of(Comparisons.ofAmounts(amounts, thrice)));
    }

    private static void assertNothingFound(Measure measure, MeasureResult result) {
        if (result instanceof Undefined undefined) {
            assertFalse(undefined.reason().isBlank());
            return;
        }
        assertEquals(0, Comparisons.number(result), 1e-9, measure.card().id());
        if (result instanceof Test test) {
            assertEquals(1, test.pValue(), 1e-9, measure.card().id());
        }
    }

    @ParameterizedTest
    @MethodSource("measures")
    void eitherSideMayBeTheReferenceUnlessTheCardSaysOtherwise(Measure measure) {
        if (ONE_SIDED.contains(measure.card().id())) {
            Comparison comparison = Comparisons.ofAmounts(new double[] {1, 2, 3}, new double[] {10, 20, 30});
            assertNotEquals(measure.of(comparison), measure.of(Comparisons.turned(comparison)));
            return;
        }
        for (Comparison comparison : comparisons()) {
            assertAlike(measure.of(comparison), measure.of(Comparisons.turned(comparison)));
        }
    }

    @ParameterizedTest
    @MethodSource("measures")
    void theOrderOfTheBinsDoesNotMatter(Measure measure) {
        Random random = new Random(3);
        for (Comparison comparison : comparisons()) {
            assertAlike(measure.of(comparison), measure.of(Comparisons.shuffled(comparison, random)));
        }
    }

    private static void assertAlike(MeasureResult expected, MeasureResult found) {
        assertEquals(expected.getClass(), found.getClass());
        if (expected instanceof Undefined) {
            return;
        }
        double number = Comparisons.number(expected);
        assertEquals(number, Comparisons.number(found), 1e-12 * Math.max(1, Math.abs(number)));
        if (expected instanceof Test test) {
            assertEquals(test.pValue(), assertInstanceOf(Test.class, found).pValue(), 1e-12);
        }
    }

    @ParameterizedTest
    @MethodSource("measures")
    void resultsStayInTheRangeOfTheCard(Measure measure) {
        boolean bounded = measure.card().range().startsWith("0…1");
        assertTrue(
                bounded || measure.card().range().startsWith("0…∞"),
                measure.card().range());
        for (Comparison comparison : comparisons()) {
            MeasureResult result = measure.of(comparison);
            if (!(result instanceof Undefined)) {
                double number = Comparisons.number(result);
                assertTrue(number >= 0, () -> measure.card().id() + " " + number);
                assertTrue(!bounded || number <= 1, () -> measure.card().id() + " " + number);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("measures")
    void theResultHasTheFormOfTheCard(Measure measure) {
        for (Comparison comparison : comparisons()) {
            MeasureResult result = measure.of(comparison);
            if (!(result instanceof Undefined)) {
                assertEquals(measure.card().form() == Form.TEST ? Test.class : Value.class, result.getClass());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("measures")
    void whatCannotBeMeasuredHasAReason(Measure measure) {
        NumericProfile nobody = Comparisons.missing(0);
        NumericProfile nothing = Comparisons.missing(5);
        NumericProfile noAmounts = Comparisons.amounts(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
        NumericProfile one = Comparisons.amounts(3);
        NumericProfile alike = Comparisons.amounts(3, 3, 3);
        NumericProfile ends = Comparisons.amounts(-Double.MAX_VALUE, Double.MAX_VALUE, 1);
        List<NumericProfile> profiles = List.of(nobody, nothing, noAmounts, one, alike, ends);
        for (NumericProfile reference : profiles) {
            for (NumericProfile current : profiles) {
                for (Smoothing smoothing : SMOOTHINGS) {
                    MeasureResult result = measure.of(Comparisons.ofProfiles(reference, current, smoothing));
                    if (result instanceof Undefined undefined) {
                        assertFalse(undefined.reason().isBlank());
                    } else {
                        assertTrue(reference.rows() > 0 && current.rows() > 0, "measured against nobody");
                        assertTrue(Double.isFinite(Comparisons.number(result)));
                    }
                }
            }
        }
        long[] none = {0, 0};
        long[] some = {1, 2};
        assertInstanceOf(Undefined.class, measure.of(Comparisons.ofCounts(none, some, Comparisons.FLOOR)));
        assertInstanceOf(Undefined.class, measure.of(Comparisons.ofCounts(some, none, Comparisons.FLOOR)));
        assertInstanceOf(Undefined.class, measure.of(Comparisons.ofCounts(none, none, Comparisons.FLOOR)));
    }

    @ParameterizedTest
    @MethodSource("measures")
    void measuresOfNumbersRefuseCategories(Measure measure) {
        MeasureResult result = measure.of(Comparisons.ofCounts(new long[] {3, 4}, new long[] {5, 1}, NONE));
        assertEquals(
                measure.card().on() == On.NUMERIC,
                result.equals(new Undefined("the feature is not numeric")),
                result.toString());
    }

    @ParameterizedTest
    @MethodSource("measures")
    void aCardSaysEverything(Measure measure) {
        MeasureCard card = measure.card();
        assertTrue(card.id().matches("[a-z][a-z0-9_]*"), card.id());
        for (String text : List.of(card.definition(), card.range(), card.use())) {
            assertFalse(text.isBlank(), card.id());
        }
    }

    @org.junit.jupiter.api.Test
    void theCatalogueNamesEachMeasureOnceAndKeepsItsOrder() {
        List<String> ids =
                Measures.ALL.stream().map(measure -> measure.card().id()).toList();
        assertEquals(ids.size(), new HashSet<>(ids).size());
        Comparison comparison = Comparisons.ofAmounts(new double[] {1, 2}, new double[] {2, 3});
        assertEquals(ids, List.copyOf(Measures.of(comparison).keySet()));
    }
}
