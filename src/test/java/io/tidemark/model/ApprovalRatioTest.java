package io.tidemark.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.cohort.Slice;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApprovalRatioTest {
    private static ApprovalRatio ratio(long approved, long applicants, long others, long ofOthers) {
        return ApprovalRatio.of(new Approvals(approved, applicants), new Approvals(others, ofOthers), "others")
                .known()
                .orElseThrow();
    }

    /** SciPy 1.10: {@code r = scipy.stats.contingency.relative_risk(a, n, b, m); r.relative_risk, r.confidence_interval(0.95)}. */
    @ParameterizedTest
    @CsvSource({
        "310, 520, 402, 540, 0.8008036739380022, 0.7345977541582553, 0.8729764290219283",
        "45, 100, 60, 80, 0.6, 0.46685412285884575, 0.7711188192908959"
    })
    void theRatioAndItsIntervalAreThoseOfSciPy(
            long approved, long applicants, long others, long ofOthers, double value, double low, double high) {
        ApprovalRatio ratio = ratio(approved, applicants, others, ofOthers);
        assertEquals(value, ratio.value(), 1e-12);
        assertEquals(low, ratio.low(), 1e-9);
        assertEquals(high, ratio.high(), 1e-9);
    }

    @Test
    void fourFifthsAreMissedOnlyWhereTheWholeIntervalIsBelow() {
        assertTrue(ratio(45, 100, 60, 80).isAdverse());
        assertFalse(ratio(5, 10, 60, 80).isAdverse(), "ten applicants tell nothing");
        assertFalse(ratio(310, 520, 402, 540).isAdverse());
    }

    @Test
    void whereNobodyIsApprovedTheRatioIsNoughtAndItsIntervalEnds() {
        ApprovalRatio none = ratio(0, 100, 60, 80);
        assertEquals(0, none.value());
        assertEquals(0, none.low());
        assertTrue(none.high() > 0 && none.high() < 0.11, "" + none.high());
        assertTrue(none.isAdverse());
        assertFalse(ratio(0, 2, 60, 80).isAdverse());
    }

    /** Two groups of 400 and 600 who are approved alike, 2,000 times. */
    @Test
    void nineteenOfTwentyIntervalsHoldWhatIsTrue() {
        Random random = new Random(4);
        int held = 0;
        for (int draw = 0; draw < 2_000; draw++) {
            long these = random.doubles(400).filter(u -> u < 0.49).count();
            long others = random.doubles(600).filter(u -> u < 0.7).count();
            ApprovalRatio ratio = ratio(these, 400, others, 600);
            held += ratio.low() <= 0.7 && ratio.high() >= 0.7 ? 1 : 0;
        }
        assertEquals(0.95, held / 2_000.0, 0.015);
    }

    private static Slice region(String value) {
        return new Slice("region", value);
    }

    @Test
    void everyValueIsComparedWithTheOneThatIsApprovedMostOfThoseWithEnoughApplicants() {
        Map<Slice, Approvals> values = new TreeMap<>(Map.of(
                region("north"), new Approvals(600, 1_000),
                region("south"), new Approvals(800, 1_000),
                region("islands"), new Approvals(20, 20),
                region("ferries"), new Approvals(39, 39),
                region(Slice.MISSING), new Approvals(95, 100)));
        Map<Slice, Figure<ApprovalRatio>> ratios = ApprovalRatio.among(values);
        assertEquals(0.75, ratios.get(region("north")).known().orElseThrow().value(), 1e-12);
        assertEquals("south", ratios.get(region("north")).known().orElseThrow().to());
        assertEquals(
                new ApprovalRatio("south", 1, 0, 0),
                ratios.get(region("south")).known().orElseThrow());
        assertEquals(1.25, ratios.get(region("islands")).known().orElseThrow().value(), 1e-12);
        assertTrue(ratios.containsKey(region(Slice.MISSING)));
    }

    @Test
    void withTooFewApplicantsThereIsNothingToCompareWith() {
        Map<Slice, Figure<ApprovalRatio>> ratios = ApprovalRatio.among(
                Map.of(region("north"), new Approvals(6, 10), region("south"), new Approvals(1, 9)));
        assertEquals(
                "no value has enough applicants to compare with",
                ratios.get(region("north")).whyNot().orElseThrow());
    }

    @Test
    void nobodyIsComparedWithThoseOfWhomNobodyIsApproved() {
        Map<Slice, Figure<ApprovalRatio>> ratios = ApprovalRatio.among(
                Map.of(region("north"), new Approvals(0, 100), region("south"), new Approvals(0, 90)));
        ratios.values()
                .forEach(ratio ->
                        assertEquals("nobody is approved", ratio.whyNot().orElseThrow()));
    }
}
