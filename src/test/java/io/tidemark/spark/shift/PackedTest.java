package io.tidemark.spark.shift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.measure.Comparison;
import io.tidemark.shift.BinShift;
import io.tidemark.shift.Context;
import io.tidemark.shift.FeatureShift;
import io.tidemark.shift.FeatureStudy;
import io.tidemark.shift.Made;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PackedTest {
    private static final FeatureStudy STUDY = Made.study(
            Made.numeric("income"),
            Made.amounts(3, IntStream.range(0, 1_000).asDoubleStream().toArray()));

    private static Comparison month(int month) {
        return STUDY.compare(Made.amounts(
                month, IntStream.range(0, 900).mapToDouble(i -> i + 10 * month).toArray()));
    }

    @Test
    void whatIsUnpackedIsWhatWasPacked() {
        List<FeatureShift> shifts = IntStream.rangeClosed(1, 12)
                .mapToObj(month -> STUDY.shift(Made.month(month), month(month), Context.NONE))
                .toList();
        List<BinShift> binShifts = IntStream.rangeClosed(1, 12)
                .mapToObj(month -> STUDY.binShifts(Made.month(month), month(month), null))
                .flatMap(List::stream)
                .toList();
        assertEquals(shifts, Packed.of(shifts).unpacked());
        assertEquals(binShifts, Packed.of(binShifts).unpacked());
    }

    @Test
    void whatManyShareIsOneThingAfterwardsToo() {
        List<BinShift> binShifts = STUDY.binShifts(Made.month(1), month(1), null);
        List<BinShift> unpacked = Packed.of(binShifts).unpacked();
        assertTrue(unpacked.size() > 10);
        binShifts.forEach(shift -> assertSame(binShifts.get(0).cohort(), shift.cohort()));
        unpacked.forEach(shift -> assertSame(unpacked.get(0).cohort(), shift.cohort()));
    }

    @Test
    void nothingIsNothing() {
        assertEquals(List.of(), Packed.<BinShift>of(List.of()).unpacked());
    }

    /** Three numbers of eight bytes are known of each, and nothing of them can be spared. */
    @Test
    void whatIsSaidOfABinBesideItsFiguresTakesFewBytes() {
        List<BinShift> binShifts = IntStream.rangeClosed(1, 60)
                .mapToObj(month -> STUDY.binShifts(Made.month(month), month(month), null))
                .flatMap(List::stream)
                .toList();
        assertTrue(Packed.of(binShifts).bytes().length < 40 * binShifts.size());
    }
}
