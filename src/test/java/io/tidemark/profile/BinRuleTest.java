package io.tidemark.profile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.feature.Bin;
import io.tidemark.feature.BinKind;
import io.tidemark.feature.Bins;
import io.tidemark.feature.Feature;
import io.tidemark.feature.FeatureKind;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class BinRuleTest {
    private static final Feature AMOUNT = new Feature("amount", FeatureKind.NUMERIC, "double", List.of(-999.0));
    private static final Feature PURPOSE = new Feature("purpose", FeatureKind.CATEGORICAL, "string", List.of());
    private static final BinRule TENTHS = new BinRule(10, Map.of(), 10);

    private static NumericProfile amounts(DoubleStream amounts) {
        NumericAccumulator accumulator = new NumericAccumulator(AMOUNT.specialValues());
        amounts.forEach(accumulator::add);
        return accumulator.profile();
    }

    private static double[] edges(Bins bins) {
        List<Bin> ranges =
                bins.list().stream().filter(bin -> bin.kind() == BinKind.RANGE).toList();
        return DoubleStream.concat(
                        ranges.stream().mapToDouble(Bin::lower),
                        DoubleStream.of(ranges.get(ranges.size() - 1).upper()))
                .toArray();
    }

    @Test
    void fewDifferentNumbersGetABinEach() {
        Bins bins = TENTHS.bins(AMOUNT, amounts(DoubleStream.of(36, 60, 36, 36, -999)));
        assertEquals(
                List.of("36", "60", "__NEW__"),
                bins.list().stream().map(Bin::label).limit(3).toList());
        Bins twenty =
                TENTHS.bins(AMOUNT, amounts(DoubleStream.iterate(0, x -> x + 1).limit(20)));
        assertEquals(
                20,
                twenty.list().stream()
                        .filter(bin -> bin.kind() == BinKind.VALUE)
                        .count());
    }

    /** {@code numpy.unique(numpy.quantile(numpy.r_[[0]*9, numpy.arange(1, 22)], numpy.arange(11) / 10))}, NumPy 1.24. */
    @Test
    void equalQuantilesAreMerged() {
        DoubleStream values = DoubleStream.concat(
                DoubleStream.generate(() -> 0).limit(9),
                DoubleStream.iterate(1, x -> x + 1).limit(21));
        double[] expected = {0, 0.7, 3.6, 6.5, 9.4, 12.3, 15.2, 18.1, 21};
        assertArrayEquals(expected, edges(TENTHS.bins(AMOUNT, amounts(values))), 1e-12);
    }

    @Test
    void coarseQuantilesHoldTenthsOfTheReference() {
        NumericProfile profile = amounts(NumberSamples.many(50_000, 1, random -> Math.exp(random.nextGaussian())));
        Bins bins = TENTHS.bins(AMOUNT, profile);
        long[] counted = profile.countInto(bins);
        for (int i = 0; i < 10; i++) {
            assertEquals(0.1, counted[i] / 50_000.0, 0.002);
        }
        assertEquals(0, counted[bins.indexOf(BinKind.BELOW)] + counted[bins.indexOf(BinKind.ABOVE)]);
    }

    @Test
    void theReferenceLiesInsideItsOwnBins() {
        NumberSamples.all().forEach(sample -> {
            NumericProfile profile =
                    amounts(sample.values().stream().filter(Objects::nonNull).mapToDouble(Double::doubleValue));
            Bins bins = TENTHS.bins(AMOUNT, profile);
            long[] counted = profile.countInto(bins);
            for (Bin bin : bins.list()) {
                if (List.of(BinKind.BELOW, BinKind.ABOVE, BinKind.NEW).contains(bin.kind())) {
                    assertEquals(0, counted[bins.indexOf(bin.kind())], sample.name());
                }
            }
        });
    }

    @Test
    void aScorecardsOwnEdgesComeFirst() {
        BinRule rule = new BinRule(10, Map.of("amount", List.of(0.0, 500.0, 1000.0)), 10);
        assertArrayEquals(new double[] {0, 500, 1000}, edges(rule.bins(AMOUNT, amounts(DoubleStream.of(1, 2)))));
    }

    @Test
    void categoriesBelowTheFloorShareABin() {
        CategoricalAccumulator accumulator = new CategoricalAccumulator();
        Map.of("car", 10L, "boat", 9L).forEach(accumulator::add);
        Bins bins = TENTHS.bins(PURPOSE, accumulator.profile());
        assertEquals(
                List.of("car", "__NEW__", "__RARE__", "__MISSING__"),
                bins.list().stream().map(Bin::label).toList());
        assertEquals(bins.indexOf(BinKind.RARE), bins.indexOf("boat"));
    }

    @Test
    void aReferenceWithoutAmountsHasOnlyNewOnes() {
        Bins bins = TENTHS.bins(AMOUNT, NumericProfile.empty(AMOUNT.specialValues()));
        assertEquals(BinKind.NEW, bins.list().get(0).kind());
        assertEquals(0, bins.indexOf(new Random(1).nextDouble()));
    }

    @Test
    void oneBinIsNoBinning() {
        assertThrows(IllegalArgumentException.class, () -> new BinRule(1, Map.of(), 10));
        assertTrue(new BinRule(2, Map.of(), 10).edges().isEmpty());
    }
}
