package io.tidemark.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Each planted shift, in raw numbers. */
class PlantedShiftsAreVisibleTest {
    private static final SampleTable TABLE = SampleTable.USUAL;
    private static final List<Object[]> REFERENCE = TABLE.reference();

    @Test
    void utilisationDriftsUpInSmallSteps() {
        double[] means = IntStream.range(0, 24)
                .mapToDouble(month -> mean(TABLE.rows(month, month), "utilisation"))
                .toArray();
        assertEquals(mean(REFERENCE, "utilisation"), means[7], 0.02);
        for (int month = 8; month < 24; month++) {
            assertTrue(Math.abs(means[month] - means[month - 1]) < 0.04, "step in month " + month);
        }
        assertTrue(means[15] > means[7] + 0.04);
        assertTrue(means[23] > means[15] + 0.04);
        assertTrue(TwoSamples.of("utilisation", REFERENCE, TABLE.rows(8, 8)).psi() < 0.1);
        assertTrue(TwoSamples.of("utilisation", REFERENCE, TABLE.rows(23, 23)).psi() > 0.25);
        assertTrue(TwoSamples.of("utilisation", TABLE.rows(22, 22), TABLE.rows(23, 23))
                        .psi()
                < 0.1);
    }

    @Test
    void bureauScoreJumpsByThirtyFivePointsAndItsCodesStay() {
        assertEquals(0, points(6, 11) - points(0, 5), 2);
        assertEquals(35, points(12, 23) - points(0, 11), 2);
        for (int code : new int[] {-999, -998}) {
            double before = SampleTable.share(TABLE.rows(0, 11), row -> score(row) == code);
            assertTrue(before > 0.01);
            assertEquals(before, SampleTable.share(TABLE.rows(12, 23), row -> score(row) == code), 0.006);
        }
    }

    @Test
    void holidaysReturnEachWinter() {
        for (int month = 0; month < 24; month++) {
            int inYear = month % 12;
            double expected = inYear >= 10 ? 0.24 : inYear == 6 || inYear == 7 ? 0.09 : 0.06;
            assertEquals(expected, share(month, "purpose", "holiday"), 0.03, "month " + month);
        }
        assertTrue(TwoSamples.of("purpose", REFERENCE, TABLE.rows(10, 11)).psi() > 0.1);
        assertTrue(TwoSamples.of("purpose", REFERENCE, TABLE.rows(6, 7)).psi() < 0.05);
        assertTrue(
                TwoSamples.of("purpose", TABLE.rows(10, 11), TABLE.rows(22, 23)).pValue() > 0.001);
    }

    @Test
    void digitalIdentityIsNew() {
        assertEquals(0, SampleTable.share(TABLE.rows(0, 9), row -> is(row, "document_type", "digital_id")));
        for (int month = 10; month < 24; month++) {
            assertEquals(0.15, share(month, "document_type", "digital_id"), 0.03);
        }
        assertTrue(TwoSamples.of("document_type", paper(REFERENCE), paper(TABLE.rows(10, 23)))
                        .pValue()
                > 0.001);
    }

    @Test
    void employmentMonthsGoMissingButDoNotMove() {
        for (int month = 0; month < 24; month++) {
            assertEquals(month < 14 ? 0.04 : 0.22, missing(TABLE.rows(month, month)), 0.03, "month " + month);
        }
        assertTrue(TwoSamples.of("employment_months", answered(REFERENCE), answered(TABLE.rows(14, 23)))
                        .pValue()
                > 0.001);
    }

    @Test
    void incomeIsInThousandsForTwoMonthsInAllChannels() {
        assertTrue(TwoSamples.of("income", REFERENCE, TABLE.rows(6, 15)).pValue() > 0.001);
        assertTrue(TwoSamples.of("income", REFERENCE, TABLE.rows(18, 23)).pValue() > 0.001);
        double usual = mean(REFERENCE, "income");
        for (String channel : List.of("branch", "online", "broker", "partner")) {
            double defect = mean(within(TABLE.rows(16, 17), channel), "income");
            assertEquals(usual / 1000, defect, 0.1 * usual / 1000, channel);
        }
        double before = mean(TABLE.rows(14, 15), "pd_score");
        assertTrue(mean(TABLE.rows(16, 17), "pd_score") > 1.4 * before);
        assertEquals(before, mean(TABLE.rows(18, 19), "pd_score"), 0.1 * before);
    }

    @Test
    void brokersSendOthersAndNobodyElseDoes() {
        List<String> columns = List.of("loan_amount", "term_months", "region", "postal_area");
        List<String> others = List.of("branch", "online", "partner");
        for (String column : columns) {
            assertTrue(
                    TwoSamples.of(column, within(REFERENCE, "broker"), within(TABLE.rows(13, 23), "broker"))
                                    .psi()
                            > 0.1,
                    column);
            for (String channel : others) {
                TwoSamples samples =
                        TwoSamples.of(column, within(REFERENCE, channel), within(TABLE.rows(6, 23), channel));
                assertTrue(samples.pValue() > 0.001, column + " in " + channel + ": " + samples.pValue());
            }
            TwoSamples all = TwoSamples.of(column, REFERENCE, TABLE.rows(13, 23));
            assertTrue(all.psi() < 0.1 && all.pValue() < 0.001, column + " over all channels");
            assertTrue(TwoSamples.of(column, REFERENCE, TABLE.rows(6, 12)).pValue() > 0.001, column);
        }
    }

    private static double points(int firstMonth, int lastMonth) {
        return TABLE.rows(firstMonth, lastMonth).stream()
                .mapToInt(PlantedShiftsAreVisibleTest::score)
                .filter(score -> score > 0)
                .average()
                .orElseThrow();
    }

    private static int score(Object[] row) {
        return (Integer) SampleTable.value(row, "bureau_score");
    }

    private static double mean(List<Object[]> rows, String column) {
        return SampleTable.where(rows, row -> SampleTable.value(row, column) != null).stream()
                .mapToDouble(row -> SampleTable.number(row, column))
                .average()
                .orElseThrow();
    }

    private static double share(int month, String column, String code) {
        return SampleTable.share(TABLE.rows(month, month), row -> is(row, column, code));
    }

    private static boolean is(Object[] row, String column, String code) {
        return code.equals(SampleTable.value(row, column));
    }

    private static List<Object[]> within(List<Object[]> rows, String channel) {
        return SampleTable.where(rows, row -> is(row, "channel", channel));
    }

    private static List<Object[]> paper(List<Object[]> rows) {
        return SampleTable.where(rows, row -> !is(row, "document_type", "digital_id"));
    }

    private static double missing(List<Object[]> rows) {
        return 1 - (double) answered(rows).size() / rows.size();
    }

    private static List<Object[]> answered(List<Object[]> rows) {
        return new ArrayList<>(SampleTable.where(rows, row -> SampleTable.value(row, "employment_months") != null));
    }
}
