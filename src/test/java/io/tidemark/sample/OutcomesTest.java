package io.tidemark.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutcomesTest {
    private static final SampleTable TABLE = SampleTable.USUAL;
    private static final List<Object[]> BEFORE = TABLE.rows(0, 8);
    private static final List<Object[]> AFTER = TABLE.rows(9, 11);

    @Test
    void outcomeIsKnownTwelveMonthsAfterTheApplication() {
        for (Object[] row : TABLE.rows(0, 11)) {
            assertTrue(SampleTable.value(row, "defaulted") != null);
        }
        for (Object[] row : TABLE.rows(12, 23)) {
            assertTrue(SampleTable.value(row, "defaulted") == null);
        }
    }

    @Test
    void shortSampleHasNoOutcomes() {
        SampleTable year =
                new SampleTable(new SamplePlan(1_200, 42, TABLE.plan().firstMonth(), SamplePlan.MATURITY_MONTHS));
        assertTrue(year.rows(month -> true).stream().allMatch(row -> SampleTable.value(row, "defaulted") == null));
    }

    @Test
    void someLoansGoBad() {
        assertEquals(0.075, badRate(BEFORE), 0.015);
    }

    @Test
    void championWasGoodAndCalibrated() {
        double discrimination = auc(BEFORE);
        assertTrue(discrimination > 0.70 && discrimination < 0.82, "AUC " + discrimination);
        assertEquals(1, badRate(BEFORE) / meanScore(BEFORE), 0.12);
    }

    @Test
    void outcomeFollowsTheFeatures() {
        assertTrue(badRate(having(BEFORE, "delinquencies_2y", 1, 99))
                > 1.5 * badRate(having(BEFORE, "delinquencies_2y", 0, 0)));
        assertTrue(badRate(having(BEFORE, "bureau_score", 300, 580))
                > 2.5 * badRate(having(BEFORE, "bureau_score", 680, 850)));
        assertTrue(
                badRate(having(BEFORE, "utilisation", 0.6, 2)) > 1.5 * badRate(having(BEFORE, "utilisation", 0, 0.2)));
        assertTrue(badRate(having(BEFORE, "dti", 0.4, 2)) > 1.2 * badRate(having(BEFORE, "dti", 0, 0.15)));
    }

    @Test
    void rentersDefaultMoreOftenFromTheTenthMonthAndNobodyElseDoes() {
        double renters = badRate(housed(AFTER, true)) / badRate(housed(BEFORE, true));
        double others = badRate(housed(AFTER, false)) / badRate(housed(BEFORE, false));
        assertEquals(2.5, renters, 0.4);
        assertEquals(1, others, 0.15);
    }

    @Test
    void championRankedThemWorseAndTooLowThen() {
        assertTrue(auc(AFTER) < auc(BEFORE) - 0.03, auc(BEFORE) + " then " + auc(AFTER));
        assertTrue(badRate(AFTER) > 1.4 * meanScore(AFTER));
        assertEquals(1, meanScore(AFTER) / meanScore(BEFORE), 0.08);
    }

    private static List<Object[]> housed(List<Object[]> rows, boolean rented) {
        return SampleTable.where(rows, row -> SampleTable.value(row, "housing").equals("rent") == rented);
    }

    private static List<Object[]> having(List<Object[]> rows, String column, double least, double most) {
        return SampleTable.where(
                rows,
                row -> SampleTable.value(row, column) != null
                        && SampleTable.number(row, column) >= least
                        && SampleTable.number(row, column) <= most);
    }

    private static double badRate(List<Object[]> rows) {
        return rows.stream()
                .mapToDouble(row -> SampleTable.number(row, "defaulted"))
                .average()
                .orElseThrow();
    }

    private static double meanScore(List<Object[]> rows) {
        return rows.stream()
                .mapToDouble(row -> SampleTable.number(row, "pd_score"))
                .average()
                .orElseThrow();
    }

    /** The probability that a bad loan has the higher score, by ranks; ties count half. */
    private static double auc(List<Object[]> rows) {
        List<Object[]> byScore = new ArrayList<>(rows);
        byScore.sort(Comparator.comparingDouble(row -> SampleTable.number(row, "pd_score")));
        double ranksOfBads = 0;
        double bads = 0;
        for (int from = 0, to; from < byScore.size(); from = to) {
            double score = SampleTable.number(byScore.get(from), "pd_score");
            double tiedBads = 0;
            for (to = from; to < byScore.size() && SampleTable.number(byScore.get(to), "pd_score") == score; to++) {
                tiedBads += SampleTable.number(byScore.get(to), "defaulted");
            }
            ranksOfBads += tiedBads * (from + 1 + to) / 2.0;
            bads += tiedBads;
        }
        double goods = byScore.size() - bads;
        return (ranksOfBads - bads * (bads + 1) / 2) / (bads * goods);
    }
}
