package io.tidemark.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.Said;
import io.tidemark.spark.output.Tables;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Several references at once: a moving one says of a cohort what a window over the same cohorts says. */
@Tag("spark")
@Tag("slow")
class ReferencesTest {
    private static final String TRAINING = "2023-01-01..2023-06-30";

    @TempDir
    static Path folder;

    private static Output output;
    private static Said said;

    @BeforeAll
    static void run() {
        Path applicants = Path.of("data-sample", "applicants.csv.gz");
        String training = folder.resolve("training").toString();
        Output.session()
                .read()
                .option("header", true)
                .option("inferSchema", true)
                .csv(applicants.toString())
                .where("application_date BETWEEN '2023-01-01' AND '2023-06-30'")
                .write()
                .parquet(training);
        output = new Output(folder.resolve("tables"));
        said = Said.by(
                "run",
                "--input=" + applicants,
                "--time=application_date",
                "--reference=" + TRAINING + ",previous,rolling:3,expanding,seasonal",
                "--reference=2023-04-01..2023-06-30,2024-01-01..2024-01-31,2023-05-01..2023-05-31,2023-03-10..2023-04-20",
                "--reference=table:" + training,
                "--reference-format=parquet",
                "--quarantine=2023-09-11..2023-09-12",
                "--label=defaulted",
                "--score=pd_score",
                "--entity=application_id",
                "--special=bureau_score=-999,-998",
                "--segment=channel",
                "--privacy-floor=1",
                "--output=" + output.directory());
        assertEquals(0, said.code(), said.err());
    }

    private static Map<String, Row> shifts(String reference, String month) {
        Map<String, Row> shifts = new TreeMap<>();
        output.rows(
                        Tables.FEATURE_SHIFTS,
                        "SELECT concat_ws(' ', slice_value, column_name), count, count_cmp, avg_delta, population_stability_index,"
                                + " psi_pvalue, ks_test.statistic, wasserstein_distance, cramers_v, q_value, severity,"
                                + " new_categories, lost_categories FROM t WHERE reference_id = '" + reference
                                + "' AND window.start = '" + month + "-01'")
                .forEach(row -> shifts.put(row.getString(0), row));
        return shifts;
    }

    @ParameterizedTest
    @CsvSource({
        "previous,  2024-02, 2024-01-01..2024-01-31",
        "rolling:3, 2023-07, 2023-04-01..2023-06-30",
        "expanding, 2023-07, 2023-01-01..2023-06-30",
        "seasonal,  2024-05, 2023-05-01..2023-05-31",
    })
    void aMovingReferenceIsAWindowOverTheSameCohorts(String moving, String month, String window) {
        Map<String, Row> shifts = shifts(moving, month);
        assertTrue(shifts.size() > 60, "only " + shifts.size() + " shifts");
        assertAgree(shifts(window, month), shifts);
    }

    @ParameterizedTest
    @CsvSource({"2023-07", "2024-03", "2024-12"})
    void aTableOfTheSameApplicantsIsTheSameReference(String month) {
        assertAgree(shifts(TRAINING, month), shifts("table:" + folder.resolve("training"), month));
    }

    /** Sums may have been taken in another order. */
    private static void assertAgree(Map<String, Row> expected, Map<String, Row> actual) {
        assertEquals(expected.keySet(), actual.keySet());
        expected.forEach((name, row) -> {
            for (int i = 0; i < row.size(); i++) {
                if (row.get(i) instanceof Double number) {
                    double tolerance = 1e-9 * Math.max(1, Math.abs(number));
                    assertEquals(number, actual.get(name).getDouble(i), tolerance, name + ", column " + i);
                } else {
                    assertEquals(row.get(i), actual.get(name).get(i), name + ", column " + i);
                }
            }
        });
    }

    @Test
    void aQuarantinedMonthIsComparedButIsNoReference() {
        assertEquals(
                "2023-08-01",
                first("SELECT date(window_cmp.start) FROM t WHERE reference_id = 'previous'"
                        + " AND window.start = '2023-10-01'"));
        assertEquals(
                "2023-07-01",
                first("SELECT date(window_cmp.start) FROM t WHERE reference_id = 'rolling:3'"
                        + " AND window.start = '2023-11-01'"));
        assertEquals(
                "0", first("SELECT count(*) FROM t WHERE reference_id = 'seasonal' AND window.start = '2024-09-01'"));
        assertEquals("0", first("SELECT count(*) FROM t WHERE alarm AND window.start = '2023-09-01'"));
        assertTrue(!shifts(TRAINING, "2023-09").isEmpty());
    }

    private static String first(String select) {
        return String.valueOf(output.rows(Tables.FEATURE_SHIFTS, select).get(0).get(0));
    }

    @Test
    void daysThatCutCohortsBelongToTheirWindowAlone() {
        long between = Output.session()
                .read()
                .option("header", true)
                .csv("data-sample/applicants.csv.gz")
                .where("application_date BETWEEN '2023-03-10' AND '2023-04-20'")
                .count();
        assertEquals(
                String.valueOf(between),
                first("SELECT DISTINCT count_cmp FROM t WHERE slice_key IS NULL"
                        + " AND reference_id = '2023-03-10..2023-04-20'"));
    }

    @Test
    void everyReferenceHasItsOwnTypeAndEveryPartOfATableItsKey() {
        assertEquals(
                List.of("BASELINE", "CONSECUTIVE", "ROLLING", "SEASONAL", "TABLE"),
                output.rows(Tables.FEATURE_SHIFTS, "SELECT DISTINCT drift_type FROM t ORDER BY 1").stream()
                        .map(row -> row.getString(0))
                        .toList());
        assertEquals(
                0,
                output.rows(
                                Tables.FEATURE_SHIFTS,
                                "SELECT 1 FROM t GROUP BY window, reference_id, slice_key, slice_value, column_name"
                                        + " HAVING count(*) > 1")
                        .size());
    }
}
