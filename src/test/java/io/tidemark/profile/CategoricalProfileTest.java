package io.tidemark.profile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.feature.BinKind;
import io.tidemark.feature.Bins;
import io.tidemark.feature.CategoryMask;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CategoricalProfileTest {
    private static CategoricalProfile of(Map<String, Long> counts) {
        CategoricalAccumulator accumulator = new CategoricalAccumulator();
        counts.forEach(accumulator::add);
        return accumulator.profile();
    }

    private static CategoricalProfile distinct(int from, int to) {
        CategoricalAccumulator accumulator = new CategoricalAccumulator();
        for (int i = from; i < to; i++) {
            accumulator.add("c" + i, 1);
        }
        return accumulator.profile();
    }

    @Test
    void categoriesThatFewCarryAreMasked() {
        CategoricalProfile masked = of(Map.of("car", 10L, "boat", 9L)).masked(10);
        assertEquals(Map.of("car", 10L, CategoryMask.of("boat"), 9L), masked.counts());
        assertEquals(19, masked.rows());
    }

    @Test
    void maskingTwiceIsMaskingOnce() {
        CategoricalProfile once = of(Map.of("car", 10L, "boat", 9L)).masked(10);
        assertEquals(once, once.masked(10));
    }

    @Test
    void aNameThatEitherSideKnowsIsKept() {
        CategoricalProfile named = of(Map.of("boat", 12L, "car", 30L));
        CategoricalProfile masked = of(Map.of("boat", 2L, "plane", 1L)).masked(10);
        Map<String, Long> together = Map.of("boat", 14L, "car", 30L, CategoryMask.of("plane"), 1L);
        assertEquals(together, named.merge(masked).counts());
        assertEquals(together, masked.merge(named).counts());
    }

    @Test
    void aCategoryCountedAfterItsMaskWasAbsorbedIsNotTakenForAnother() {
        CategoricalAccumulator accumulator = new CategoricalAccumulator();
        accumulator.absorb(of(Map.of("boat", 2L)).masked(10));
        accumulator.add("boat", 3);
        assertEquals(Map.of("boat", 5L), accumulator.profile().counts());
    }

    @Test
    void aMaskedCategoryStaysOneCategoryForTheLimit() {
        int most = CategoricalAccumulator.MOST_CATEGORIES;
        CategoricalProfile all = distinct(0, most);
        assertFalse(all.merge(all.masked(10)).isText());
        assertFalse(all.masked(10).merge(all).isText());
        assertTrue(all.masked(10).merge(distinct(most, most + 1)).isText());
    }

    @Test
    void tooManyCategoriesAreTextOfWhichOnlyTheNumberIsKept() {
        CategoricalProfile text = distinct(0, 6_000).merge(distinct(5_000, 11_000));
        assertTrue(text.isText());
        assertEquals(12_000, text.rows());
        assertEquals(Map.of(), text.counts());
        assertEquals(new DistinctCount(10_001, false), text.distinct());
        assertThrows(IllegalStateException.class, () -> text.countInto(Bins.ofCategories(List.of("c1"), List.of())));
    }

    @Test
    void textStaysTextWhateverIsMergedWithIt() {
        CategoricalAccumulator counted = new CategoricalAccumulator();
        counted.addText(5);
        counted.add("car", 2);
        counted.addMissing(1);
        CategoricalProfile text = counted.profile();
        assertEquals(8, text.rows());
        assertEquals(7, text.present());
        CategoricalProfile cars = of(Map.of("car", 3L));
        assertEquals(text.merge(cars), cars.merge(text));
        assertTrue(cars.merge(text).isText());
        assertEquals(text.merge(cars.masked(10)), cars.masked(10).merge(text));
        assertEquals(11, cars.masked(10).merge(text).rows());
    }

    @Test
    void frequentCategoriesAreThoseAboveTheFloorTheMostFrequentFirst() {
        CategoricalProfile profile = of(Map.of("car", 10L, "boat", 30L, "art", 10L, "plane", 9L, "bus", 50L));
        assertEquals(
                List.of(Map.entry("bus", 50L), Map.entry("boat", 30L), Map.entry("art", 10L)), profile.frequent(3, 10));
        assertEquals(4, profile.frequent(10, 10).size());
        assertEquals(2, profile.masked(20).frequent(10, 1).size());
    }

    @Test
    void binsCountFrequentRareNewAndMissing() {
        CategoricalAccumulator accumulator = new CategoricalAccumulator();
        Map.of("car", 5L, "boat", 2L, "plane", 1L, "bus", 7L).forEach(accumulator::add);
        accumulator.addMissing(4);
        Bins bins = Bins.ofCategories(List.of("car", "bike"), List.of("boat", "plane"));
        long[] counted = accumulator.profile().masked(2).countInto(bins);
        assertArrayEquals(new long[] {0, 5, 7, 3, 4}, counted);
        assertEquals(7, counted[bins.indexOf(BinKind.NEW)]);
        assertEquals(3, counted[bins.indexOf(BinKind.RARE)]);
    }
}
