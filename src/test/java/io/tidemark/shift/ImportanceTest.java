package io.tidemark.shift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ImportanceTest {
    private static final long[] GOODS = {90, 60};
    private static final long[] BADS = {10, 40};

    private static FeatureShift shift(String feature, OutcomeEffect effect) {
        return Made.shift(feature, Made.month(3), 0.1, Made.noise(0.1, 10_000, 1_000), effect);
    }

    private static OutcomeEffect effect(long[] goods, long[] bads) {
        return BinOutcomes.ofReference(goods, bads).effect(new long[] {50, 50});
    }

    private static List<Double> shares(Importance importance, FeatureShift... shifts) {
        return Importance.shares(Stream.of(shifts)
                .map(shift -> importance.weight(shift).orElse(null))
                .toList());
    }

    @Test
    void withoutWeightsAFeatureCountsByWhatItTellsOfOutcomes() {
        OutcomeEffect telling = effect(GOODS, BADS);
        OutcomeEffect silent = effect(new long[] {75, 75}, new long[] {25, 25});
        assertEquals(List.of(1.0, 0.0), shares(Importance.BY_INFORMATION, shift("a", telling), shift("b", silent)));
        assertEquals(List.of(0.5, 0.5), shares(Importance.BY_INFORMATION, shift("a", telling), shift("b", telling)));
    }

    @Test
    void withoutOutcomesNothingIsKnown() {
        assertEquals(Arrays.asList(null, null), shares(Importance.BY_INFORMATION, shift("a", null), shift("b", null)));
        OutcomeEffect allGood = effect(GOODS, new long[2]);
        assertEquals(Arrays.asList((Double) null), shares(Importance.BY_INFORMATION, shift("a", allGood)));
    }

    @Test
    void weightsThatAreGivenTakeThePlaceOfWhatOutcomesTell() {
        Importance given = new Importance(Map.of("a", 3.0, "b", 1.0));
        assertEquals(
                List.of(0.75, 0.25, 0.0),
                shares(given, shift("a", null), shift("b", effect(GOODS, BADS)), shift("c", effect(GOODS, BADS))));
    }

    @Test
    void weightsBelowZeroAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Importance(Map.of("a", -1.0)));
    }
}
