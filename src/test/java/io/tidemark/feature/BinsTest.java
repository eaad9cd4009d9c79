package io.tidemark.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BinsTest {
    private static final List<Double> SPECIALS = List.of(-999.0, 0.5);
    private static final Bins RANGES = Bins.ofRanges(new double[] {-1, 0, 2.5, 10}, SPECIALS);
    private static final Bins NUMBERS = Bins.ofNumbers(new double[] {60, 36, 0, 36}, SPECIALS);
    private static final Bins CATEGORIES = Bins.ofCategories(List.of("rent", "own"), List.of("other", "none"));

    private static String labelOf(Bins bins, double amount) {
        return bins.list().get(bins.indexOf(amount)).label();
    }

    private static String labelOf(Bins bins, String category) {
        return bins.list().get(bins.indexOf(category)).label();
    }

    private static List<String> labels(Bins bins) {
        return bins.list().stream().map(Bin::label).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-1.0000000000000002    | __BELOW__",
                "-1.7976931348623157e308| __BELOW__",
                "-1                     | [-1, 0)",
                "-4.9e-324              | [-1, 0)",
                "-0.0                   | [0, 2.5)",
                "0                      | [0, 2.5)",
                "4.9e-324               | [0, 2.5)",
                "2.4999999999999996     | [0, 2.5)",
                "2.5                    | [2.5, 10]",
                "10                     | [2.5, 10]",
                "10.000000000000002     | __ABOVE__",
                "1.7976931348623157e308 | __ABOVE__"
            })
    void rangesHoldTheirLowerEdgeAndTheLastOneBoth(double amount, String label) {
        assertEquals(label, labelOf(RANGES, amount));
    }

    @Test
    void theTwoZerosAreOneNumberWhicheverIsTheEdge() {
        Bins positive = Bins.ofRanges(new double[] {-1, 0.0, 1}, List.of());
        Bins negative = Bins.ofRanges(new double[] {-1, -0.0, 1}, List.of());
        for (double zero : new double[] {0.0, -0.0}) {
            assertEquals(1, positive.indexOf(zero));
            assertEquals(1, negative.indexOf(zero));
            assertEquals(0, Bins.ofNumbers(new double[] {zero}, List.of()).indexOf(0.0));
            assertEquals(0, Bins.ofNumbers(new double[] {zero}, List.of()).indexOf(-0.0));
            assertEquals("__SPECIAL__:0", special(zero, 0.0));
            assertEquals("__SPECIAL__:0", special(zero, -0.0));
        }
        assertEquals(
                1 + 1 + 3 + 1,
                Bins.ofNumbers(new double[] {0.0, -0.0}, List.of()).size());
    }

    private static String special(double configured, double value) {
        Bins bins = Bins.ofRanges(new double[] {1, 2}, List.of(configured, 0.0));
        return bins.list().get(bins.indexOfSpecial(value)).label();
    }

    @Test
    void openEndsLeaveNothingBelowOrAbove() {
        Bins bins = Bins.ofRanges(new double[] {Double.NEGATIVE_INFINITY, 0, Double.POSITIVE_INFINITY}, List.of());
        assertEquals(0, bins.indexOf(-Double.MAX_VALUE));
        assertEquals(1, bins.indexOf(Double.MAX_VALUE));
    }

    @Test
    void rangesAreFollowedByTheBinsThatHoldNoAmount() {
        assertEquals(
                List.of(
                        "[-1, 0)",
                        "[0, 2.5)",
                        "[2.5, 10]",
                        "__BELOW__",
                        "__ABOVE__",
                        "__SPECIAL__:-999",
                        "__SPECIAL__:0.5",
                        "__SPECIAL__:NaN",
                        "__SPECIAL__:-Infinity",
                        "__SPECIAL__:Infinity",
                        "__MISSING__"),
                labels(RANGES));
        assertEquals(RANGES.size(), RANGES.list().size());
    }

    @Test
    void aRangeKnowsItsEdgesAndAValueItself() {
        assertEquals(
                new Bin("[0, 2.5)", BinKind.RANGE, 0.0, 2.5, null),
                RANGES.list().get(1));
        assertEquals(
                new Bin("36", BinKind.VALUE, null, null, "36"), NUMBERS.list().get(1));
        assertEquals(
                new Bin("__SPECIAL__:-999", BinKind.SPECIAL, null, null, "-999"),
                RANGES.list().get(RANGES.indexOfSpecial(-999)));
    }

    @Test
    void numbersAreSortedAndAnyOtherNumberIsNew() {
        assertEquals(List.of("0", "36", "60", "__NEW__"), labels(NUMBERS).subList(0, 4));
        assertEquals("36", labelOf(NUMBERS, 36));
        assertEquals("0", labelOf(NUMBERS, -0.0));
        assertEquals("__NEW__", labelOf(NUMBERS, 36.00000000000001));
        assertEquals("__NEW__", labelOf(NUMBERS, -1));
    }

    @Test
    void specialCodesNaNAndInfinitiesHaveBinsOfTheirOwn() {
        for (double special :
                new double[] {-999, 0.5, Double.NaN, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY}) {
            Bin bin = RANGES.list().get(RANGES.indexOfSpecial(special));
            assertEquals(BinKind.SPECIAL, bin.kind());
            assertEquals("__SPECIAL__:" + Numbers.text(special), bin.label());
        }
        double nanWithPayload = Double.longBitsToDouble(0xFFF8_0000_0000_0007L);
        assertEquals(RANGES.indexOfSpecial(Double.NaN), RANGES.indexOfSpecial(nanWithPayload));
    }

    @Test
    void aSpecialValueThatWasNotConfiguredIsAFault() {
        assertThrows(IllegalArgumentException.class, () -> RANGES.indexOfSpecial(-998));
    }

    @Test
    void categoriesAreFrequentRareOrNew() {
        assertEquals(List.of("own", "rent", "__NEW__", "__RARE__", "__MISSING__"), labels(CATEGORIES));
        assertEquals("own", labelOf(CATEGORIES, "own"));
        assertEquals("__RARE__", labelOf(CATEGORIES, "other"));
        assertEquals("__RARE__", labelOf(CATEGORIES, "none"));
        assertEquals("__NEW__", labelOf(CATEGORIES, "mortgage"));
        assertEquals("__NEW__", labelOf(CATEGORIES, "Own"));
        assertEquals("__NEW__", labelOf(CATEGORIES, ""));
    }

    @Test
    void aMaskedCategoryMeetsTheNamedOne() {
        assertEquals("own", labelOf(CATEGORIES, CategoryMask.of("own")));
        assertEquals("__RARE__", labelOf(CATEGORIES, CategoryMask.of("other")));
        Bins masked = Bins.ofCategories(List.of(CategoryMask.of("own")), List.of(CategoryMask.of("other")));
        assertEquals(0, masked.indexOf("own"));
        assertEquals("__RARE__", labelOf(masked, "other"));
    }

    @Test
    void aCategoryNamedLikeOneOfOurBinsIsSetApartFromIt() {
        List<String> tricky = List.of(
                "__NEW__",
                "__MISSING__",
                "__RARE__",
                "__SPECIAL__:NaN",
                "value:__NEW__",
                "value:value:__NEW__",
                "value:x",
                "x");
        Bins bins = Bins.ofCategories(tricky, List.of());
        for (String category : tricky) {
            Bin bin = bins.list().get(bins.indexOf(category));
            assertEquals(BinKind.VALUE, bin.kind());
            assertEquals(category, bin.value());
        }
        assertEquals("value:__NEW__", labelOf(bins, "__NEW__"));
        assertNotEquals(bins.indexOf("__NEW__"), bins.indexOf(BinKind.NEW));
        assertNotEquals(bins.indexOf("__MISSING__"), bins.indexOf(BinKind.MISSING));
        assertEquals(bins.size(), labels(bins).stream().distinct().count());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,1", "2,1", "0,1,1,2", "-0.0,0.0", "0,NaN", "NaN,0", "Infinity,Infinity"})
    void edgesThatDoNotAscendAreRefused(String edges) {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> Bins.ofRanges(numbers(edges), List.of()));
        assertTrue(refusal.getMessage().startsWith("edges must ascend"), refusal.getMessage());
    }

    @Test
    void oneEdgeMakesNoRange() {
        assertThrows(IllegalArgumentException.class, () -> Bins.ofRanges(new double[] {1}, List.of()));
        assertThrows(IllegalArgumentException.class, () -> Bins.ofRanges(new double[0], List.of()));
    }

    @Test
    void laterChangesOfTheEdgesDoNotReachTheBins() {
        double[] edges = {0, 1, 2};
        Bins bins = Bins.ofRanges(edges, List.of());
        edges[1] = 100;
        assertEquals(1, bins.indexOf(1));
    }

    private static double[] numbers(String text) {
        String[] parts = text.split(",", -1);
        double[] numbers = new double[parts.length];
        for (int i = 0; i < parts.length; i++) {
            numbers[i] = Double.parseDouble(parts[i]);
        }
        return numbers;
    }
}
