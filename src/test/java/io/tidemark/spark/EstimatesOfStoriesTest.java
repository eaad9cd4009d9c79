package io.tidemark.spark;

import static io.tidemark.spark.StoryRun.ALL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.spark.output.Tables;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Estimates for quarters whose outcomes are to come, held against what came: where applicants are others, and where they behave otherwise. */
@Tag("spark")
@Tag("slow")
class EstimatesOfStoriesTest {
    private static final StoryRun NEWCOMERS = StoryRun.newClientele();
    private static final StoryRun NEWCOMERS_YEAR_BEFORE = StoryRun.newClienteleYearBefore();
    private static final StoryRun BURDENED = StoryRun.of("behaviour_break", StoryRun.END);
    private static final StoryRun BURDENED_YEAR_BEFORE = StoryRun.of("behaviour_break", StoryRun.YEAR_BEFORE);
    private static final StoryRun WORSE_TIMES = StoryRun.of("base_rate", StoryRun.END);

    private static final String ESTIMATES = "estimated_auc_low, estimated_auc_high, estimated_bad_rate_low,"
            + " estimated_bad_rate_high, estimate_warning";

    @Test
    void estimatesHoldWhereOnlyTheApplicantsAreOthers() {
        List<Row> before = NEWCOMERS_YEAR_BEFORE.performances(ESTIMATES);
        List<Row> came = NEWCOMERS.performances("auc, observed_rate");
        assertEquals(4, before.size());
        for (int i = 0; i < before.size(); i++) {
            String quarter = before.get(i) + ", and it was " + came.get(i);
            assertTrue(isWithin(before.get(i), 0, came.get(i).getDouble(0)), quarter);
            assertTrue(isWithin(before.get(i), 2, came.get(i).getDouble(1)), quarter);
            assertTrue(before.get(i).isNullAt(4), quarter);
        }
        NEWCOMERS
                .rows(Tables.MODEL_PERFORMANCE, "estimate_warning", "maturity = 'IMMATURE' AND " + ALL)
                .forEach(row -> assertTrue(row.isNullAt(0), row::toString));
        assertFalse(NEWCOMERS.summary().contains("is not to be relied on"), NEWCOMERS.summary());
    }

    /** By utilisation alone the rate would rise by 2.5 points; it is all features together that tell. A run studies three cohorts. */
    @Test
    void applicantsOfTheReferenceWeighedLikeTheNewOnesTurnOutLikeThem() {
        List<Row> before =
                NEWCOMERS_YEAR_BEFORE.performances("reweighted_bad_rate, reweighted_bad_rate_se, reweighted_auc,"
                        + " sqrt(reweighted_auc_variance), effective_size, reweighted_labelled");
        List<Row> came = NEWCOMERS.performances(
                "observed_rate, (observed_rate_high - observed_rate_low) / 3.92, auc, (auc_high - auc_low) / 3.92");
        assertTrue(before.get(0).isNullAt(0));
        for (int i = 1; i < before.size(); i++) {
            Row estimate = before.get(i);
            Row truth = came.get(i);
            String quarter = estimate + ", and it was " + truth;
            assertEquals(
                    truth.getDouble(0),
                    estimate.getDouble(0),
                    3 * Math.hypot(truth.getDouble(1), estimate.getDouble(1)),
                    quarter);
            assertEquals(
                    truth.getDouble(2),
                    estimate.getDouble(2),
                    3 * Math.hypot(truth.getDouble(3), estimate.getDouble(3)),
                    quarter);
            assertTrue(estimate.getDouble(4) < estimate.getLong(5), quarter);
        }
    }

    private static boolean isWithin(Row interval, int from, double value) {
        return value >= interval.getDouble(from) && value <= interval.getDouble(from + 1);
    }

    /** Nothing in the scores tells that applicants behave otherwise: what is stated is the assumption, until outcomes contradict it. */
    @Test
    void estimatesFailWhereApplicantsBehaveOtherwiseAndSayItOnceOutcomesDo() {
        List<Row> before = BURDENED_YEAR_BEFORE.performances(ESTIMATES);
        List<Row> came = BURDENED.performances("auc");
        long missed = 0;
        for (int i = 0; i < before.size(); i++) {
            assertTrue(before.get(i).isNullAt(4), "no outcome of the break is known yet");
            missed += isWithin(before.get(i), 0, came.get(i).getDouble(0)) ? 0 : 1;
        }
        assertTrue(missed >= 3, before + ", and it was " + came);
        String comment = BURDENED.output()
                .table(Tables.MODEL_PERFORMANCE)
                .schema()
                .apply("estimated_auc")
                .getComment()
                .get();
        assertTrue(comment.contains("what becomes of them not"), comment);

        List<Row> warned =
                BURDENED.rows(Tables.MODEL_PERFORMANCE, "estimate_warning", "maturity = 'IMMATURE' AND " + ALL);
        assertEquals(4, warned.size());
        for (Row row : warned) {
            assertTrue(row.getString(0).startsWith("in 2024Q4, the newest cohort whose outcomes are known"));
            assertTrue(row.getString(0).matches(".* AUC 0\\.\\d+ \\(.*\\), and it was 0\\.\\d+.*"), row::toString);
        }
        assertTrue(BURDENED.summary().contains("is not to be relied on: in 2024Q4"), BURDENED.summary());
        assertTrue(WORSE_TIMES.summary().contains("is not to be relied on: in 2024Q4"), WORSE_TIMES.summary());
    }
}
