package io.tidemark.profile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tidemark.feature.BinKind;
import io.tidemark.feature.Bins;
import io.tidemark.feature.CategoryMask;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
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
    void aMaskedCategoryStaysOneCategory() {
        CategoricalProfile all = distinct(0, 100);
        assertEquals(100, all.merge(all.masked(10)).counts().size());
        assertEquals(100, all.masked(10).merge(all).counts().size());
    }

    private static MostFrequent threeOf(List<String> order) {
        Map<String, Long> counts = Map.of("car", 5L, "boat", 9L, "bus", 5L, "art", 5L, "plane", 1L);
        MostFrequent most = new MostFrequent(3);
        order.forEach(category -> most.add(category, counts.get(category)));
        return most;
    }

    @Test
    void theMostFrequentCategoriesAreKeptAndOfEqualOnesTheFirstByName() {
        CategoricalProfile kept =
                threeOf(List.of("plane", "car", "bus", "art", "boat")).profile(25, 0);
        assertEquals(Map.of("boat", 9L, "art", 5L, "bus", 5L), kept.counts());
        assertEquals(new Rest(6, 2, 5), kept.rest());
        assertEquals(new DistinctCount(5, false), kept.distinct());
        assertEquals(
                kept, threeOf(List.of("boat", "art", "bus", "car", "plane")).profile(25, 0));
    }

    @Test
    void whatIsNotKeptIsCountedTogetherThroughMergesAndBins() {
        CategoricalProfile cut =
                threeOf(List.of("boat", "art", "bus", "car", "plane")).profile(27, 2);
        CategoricalProfile whole = of(Map.of("car", 3L));
        assertEquals(cut.merge(whole), whole.merge(cut));
        CategoricalProfile both = cut.merge(cut).merge(whole);
        assertEquals(new Rest(12, 2, 10), both.rest());
        assertEquals(57, both.rows());
        Bins bins = Bins.ofCategories(List.of("boat"), List.of("art"));
        assertArrayEquals(new long[] {18, 13, 10 + 12, 4}, both.countInto(bins));
        assertEquals(cut, ProfileCodec.decode(ProfileCodec.encode(cut)));
    }

    /** Against sorting them all. */
    @Test
    void theMostFrequentOfManyAreThoseThatSortingFinds() {
        Random random = new Random(5);
        List<Map.Entry<String, Long>> all = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            all.add(Map.entry("c" + i, 1L + random.nextInt(40)));
        }
        MostFrequent most = new MostFrequent(700);
        all.forEach(entry -> most.add(entry.getKey(), entry.getValue()));
        all.sort(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()));
        Map<String, Long> expected = new HashMap<>();
        all.subList(0, 700).forEach(entry -> expected.put(entry.getKey(), entry.getValue()));
        CategoricalProfile profile = most.profile(0, 0);
        assertEquals(expected, profile.counts());
        long restRows =
                all.subList(700, 5_000).stream().mapToLong(Map.Entry::getValue).sum();
        assertEquals(new Rest(restRows, 4_300, all.get(700).getValue()), profile.rest());
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
