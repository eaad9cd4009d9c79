package io.tidemark.spark;

import static io.tidemark.spark.StoryRun.ALL;
import static org.apache.spark.sql.functions.expr;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.spark.output.Tables;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Protected values of a column: approvals beside those approved most, and whose figures have moved. */
@Tag("spark")
@Tag("slow")
class FairnessTest {
    private static final StoryRun RENTERS = StoryRun.renters();
    /** Five standard errors: less than once in a million by chance. */
    private static final double CLEAR = 5;

    @Test
    void approvalsOfProtectedValuesAreHeldAgainstThoseWhoAreApprovedMost() {
        Dataset<Row> applicants =
                Output.session().read().parquet(RENTERS.sample().toString());
        Map<String, long[]> counted = new HashMap<>();
        applicants
                .where("application_date >= '2024-10-01' AND application_date < '2025-01-01'")
                .groupBy("housing")
                .agg(expr("count(pd_score)"), expr("count_if(pd_score <= 0.04)"))
                .collectAsList()
                .forEach(row -> counted.put(row.getString(0), new long[] {row.getLong(1), row.getLong(2)}));
        List<Row> found = RENTERS.rows(
                Tables.MODEL_PERFORMANCE,
                "slice_value, approval_rate, approval_rate_ratio, approval_rate_ratio_low, approval_rate_ratio_high,"
                        + " approval_rate_ratio_to, approval_rate_ratio_delta, approval_rate_ratio_delta_se",
                "window.start = '2024-10-01' AND slice_key = 'housing'");
        assertEquals(
                counted.keySet(), found.stream().map(row -> row.getString(0)).collect(Collectors.toSet()));
        for (Row row : found) {
            long[] these = counted.get(row.getString(0));
            long[] most = counted.get(row.getString(5));
            double ratio = (double) these[1] / these[0] / ((double) most[1] / most[0]);
            assertEquals((double) these[1] / these[0], row.getDouble(1), 1e-12);
            assertEquals(ratio, row.getDouble(2), 1e-12);
            assertTrue(row.getDouble(3) <= ratio && row.getDouble(4) >= ratio);
            assertTrue(Math.abs(row.getDouble(6)) <= 4 * row.getDouble(7), () -> "approvals have not moved: " + row);
        }
        assertTrue(
                RENTERS.summary().contains("pd_score approves housing=rent 0."),
                "renters are riskier by the score: " + RENTERS.summary());
    }

    /** What is planted makes those who rent default more often, and nobody else. */
    @Test
    void theSliceThatTurnsOutOtherwiseIsTheOneWhoseFiguresMoved() {
        Map<String, Double> moved = new HashMap<>();
        RENTERS.rows(
                        Tables.MODEL_PERFORMANCE,
                        "slice_value, calibration_intercept_delta / calibration_intercept_delta_se",
                        "window.start = '2024-10-01' AND slice_key = 'housing'")
                .forEach(row -> moved.put(row.getString(0), row.getDouble(1)));
        moved.forEach((housing, errors) ->
                assertEquals(housing.equals("rent"), errors > CLEAR, () -> "by standard errors: " + moved));
        Row all = RENTERS.rows(
                        Tables.MODEL_PERFORMANCE, "auc_delta, auc_delta_se", "window.start = '2024-10-01' AND " + ALL)
                .get(0);
        assertTrue(all.getDouble(0) < -2 * all.getDouble(1), all::toString);
        RENTERS.rows(Tables.MODEL_PERFORMANCE, "auc_delta", "window.start < '2023-07-01' AND " + ALL)
                .forEach(row -> assertTrue(row.isNullAt(0), "the reference is not held against itself"));
    }
}
