package io.tidemark.shift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.cohort.Slice;
import io.tidemark.measure.SegmentDecomposition;
import io.tidemark.measure.SegmentDecomposition.Part;
import io.tidemark.shift.Carrier.Way;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CarrierTest {
    private static Optional<Carrier> carrier(long[][] reference, long[][] current) {
        SegmentDecomposition taken = SegmentDecomposition.of(reference, current);
        List<FeatureShift> slices = new ArrayList<>();
        for (int k = 0; k < reference.length; k++) {
            SlicePart part =
                    new SlicePart(taken.segments().get(k), taken.total(), taken.expected(), taken.shareOfMix());
            slices.add(Made.slice("income", new Slice("channel", "c" + k), part));
        }
        return Carrier.of(slices);
    }

    @Test
    void theOneSliceThatShiftedCarriesTheShift() {
        Carrier carrier = carrier(
                        new long[][] {{5_000, 5_000}, {2_000, 2_000}}, new long[][] {{5_000, 5_000}, {3_000, 1_000}})
                .orElseThrow();
        assertEquals(new Slice("channel", "c1"), carrier.slice());
        assertEquals(Way.WITHIN, carrier.way());
        assertEquals(1, carrier.share(), 0.01);
        assertEquals("100 % of it is within channel=c1, which has 29 % of applicants", carrier.words());
    }

    @Test
    void whereOnlySharesChangedTheMixIsNamedWithTheSegmentThatGrewOrShrankMost() {
        Carrier carrier = carrier(
                        new long[][] {{8_000, 2_000}, {200, 1_800}}, new long[][] {{4_000, 1_000}, {700, 6_300}})
                .orElseThrow();
        assertEquals(Way.MIX, carrier.way());
        assertEquals("it comes of the mix of channel: c1 went from 17 % to 58 % of applicants", carrier.words());
    }

    @Test
    void whereAllSlicesShiftAlikeNoneIsNamed() {
        assertTrue(carrier(new long[][] {{5_000, 5_000}, {1_000, 1_000}}, new long[][] {{6_000, 4_000}, {1_200, 800}})
                .isEmpty());
    }

    @Test
    void aMixThatDoesNothingToTheFeatureIsNotBlamedForItsShift() {
        // Channels trade places, and both have the same feature: it shifts alike within both.
        assertTrue(carrier(new long[][] {{4_500, 4_500}, {500, 500}}, new long[][] {{600, 400}, {5_400, 3_600}})
                .isEmpty());
    }

    @Test
    void aFeatureIsNotExplainedByItself() {
        SegmentDecomposition taken =
                SegmentDecomposition.of(new long[][] {{900, 0}, {0, 100}}, new long[][] {{500, 0}, {0, 500}});
        SlicePart part = new SlicePart(taken.segments().get(1), taken.total(), taken.expected(), taken.shareOfMix());
        assertTrue(Carrier.of(List.of(Made.slice("channel", new Slice("channel", "broker"), part)))
                .isEmpty());
        assertTrue(Carrier.of(List.of(Made.slice("channel", new Slice("region*channel", "n*broker"), part)))
                .isEmpty());
        assertTrue(Carrier.of(List.of(Made.slice("income", new Slice("channel", "broker"), part)))
                .isPresent());
    }

    @Test
    void aCrossIsNotNamedForAHairMoreThanOneOfItsColumns() {
        Part ofChannel = new Part(0.5, 0.5, 0, 0.09, 0, 0);
        Part ofCross = new Part(0.5, 0.5, 0, 0.0905, 0, 0);
        Carrier carrier = Carrier.of(List.of(
                        Made.slice("income", new Slice("channel", "broker"), new SlicePart(ofChannel, 0.1, 0, 0)),
                        Made.slice(
                                "income", new Slice("channel*region", "broker*n"), new SlicePart(ofCross, 0.1, 0, 0))))
                .orElseThrow();
        assertEquals(new Slice("channel", "broker"), carrier.slice());
    }

    @Test
    void whereNothingShiftedNoneIsNamed() {
        assertTrue(carrier(new long[][] {{500, 500}, {300, 300}}, new long[][] {{500, 500}, {300, 300}})
                .isEmpty());
    }
}
