package io.tidemark.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.Said;
import io.tidemark.spark.output.Tables;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All features at once: what no feature shows by itself, and what the newest cohorts are told by. */
@Tag("spark")
@Tag("slow")
class TogetherTest {
    @TempDir
    static Path folder;

    private static Output output;
    private static Said said;

    /**
     * Months of 2,000 applicants with five numbers and a text, who turn out bad as a score says that rises with d. In April a and b, which went together, no longer do, and nothing else changes; in
     * May c is larger as well.
     */
    @BeforeAll
    static void run() {
        write("months", "id < 10000", 8);
        output = new Output(folder.resolve("tables"));
        said = say(folder.resolve("months"), output);
    }

    private static void write(String name, String condition, int partitions) {
        Output.session()
                .range(0, 12_000, 1, partitions)
                .where(condition)
                .selectExpr(
                        "id",
                        "make_date(2024, 1 + CAST(id DIV 2000 AS INT), 1 + CAST(id % 28 AS INT)) AS day",
                        "pmod(xxhash64(id, 1), 1000) / 1000D AS a",
                        "IF(id < 6000, pmod(xxhash64(id, 1), 1000), pmod(xxhash64(id, 2), 1000)) / 1000D AS b",
                        "pmod(xxhash64(id, 3), 1000) / 1000D + IF(id >= 8000 AND id < 10000, 0.5D, 0D) AS c",
                        "pmod(xxhash64(id, 4), 1000) / 1000D AS d",
                        "pmod(xxhash64(id, 5), 1000) / 1000D AS e",
                        "element_at(array('x', 'y', 'z'), 1 + CAST(pmod(xxhash64(id, 6), 3) AS INT)) AS f",
                        "IF(pmod(xxhash64(id, 7), 1000) / 1000D < 0.1D + pmod(xxhash64(id, 4), 1000) / 5000D, 1, 0) AS bad",
                        "0.1D + pmod(xxhash64(id, 4), 1000) / 5000D AS pd")
                .write()
                .mode("append")
                .parquet(folder.resolve(name).toString());
    }

    private static Said say(Path input, Output to) {
        Said by = Said.by(
                "run",
                "--input=" + input,
                "--format=parquet",
                "--time=day",
                "--entity=id",
                "--together=logistic",
                "--label=bad",
                "--maturity=90d",
                "--score=pd",
                "--reference=2024-01-01..2024-02-29",
                "--output=" + to.directory());
        assertEquals(0, by.code(), by.err());
        return by;
    }

    private static Row month(String start, String columns) {
        return output.rows(Tables.COHORT_SHIFTS, "SELECT " + columns + " FROM t WHERE window.start = '" + start + "'")
                .get(0);
    }

    @Test
    void aMonthLikeTheReferenceIsNotToldFromIt() {
        Row march = month(
                "2024-03-01",
                "domain_classifier_auc, domain_classifier_null_low, domain_classifier_null_high, reconstruction_error,"
                        + " reconstruction_error_low, reconstruction_error_high");
        assertTrue(march.getDouble(0) < march.getDouble(2) + 0.02, march.toString());
        assertTrue(
                march.getDouble(3) >= march.getDouble(4) * 0.98 && march.getDouble(3) <= march.getDouble(5) * 1.02,
                march.toString());
    }

    @Test
    void aMovedFeatureIsWhatTheClassifierTellsBy() {
        Row may =
                month("2024-05-01", "domain_classifier_low, domain_classifier_null_high, top_features[0].column_name");
        assertTrue(may.getDouble(0) > may.getDouble(1));
        assertEquals("c", may.getString(2));
        assertTrue(
                said.out().replaceAll("\\s+", " ").contains("a classifier tells 2024-05 from the reference"),
                said.out());
    }

    @Test
    void featuresThatNoLongerGoTogetherAreFoundThoughEachIsAsItWas() {
        Row april = month(
                "2024-04-01",
                "features_moderate + features_major, reconstruction_error, reconstruction_error_high,"
                        + " correlation_changes[0].left, correlation_changes[0].right, correlation_changes[0].pvalue");
        assertEquals(0, april.getLong(0));
        assertTrue(april.getDouble(1) > april.getDouble(2));
        assertEquals("a", april.getString(3));
        assertEquals("b", april.getString(4));
        assertTrue(april.getDouble(5) < 1e-9);
    }

    @Test
    void aRunWithAnotherMonthGivesWhatARunOverEverythingGivesAndLeavesEarlierMonthsAsTheyWere() {
        write("growing", "id < 10000", 4);
        Output grown = new Output(folder.resolve("grown"));
        say(folder.resolve("growing"), grown);
        List<Row> before = learned(grown);
        write("growing", "id >= 10000", 1);
        say(folder.resolve("growing"), grown);

        write("whole", "id < 12000", 3);
        Output whole = new Output(folder.resolve("whole-tables"));
        say(folder.resolve("whole"), whole);
        assertEquals(3, before.size());
        assertEquals(before, learned(grown).subList(0, 3));
        assertEquals(newest(learned(whole)), newest(learned(grown)));
    }

    /** As of May the outcomes of March, April and May are to come, as of June those of March are known. */
    @Test
    void whatIsReweightedForACohortStaysAsItWasUntilItsOutcomesAreKnown() {
        write("reweighted", "id < 10000", 4);
        Output grown = new Output(folder.resolve("reweighted-tables"));
        say(folder.resolve("reweighted"), grown);
        List<Row> before = reweighted(grown);
        write("reweighted", "id >= 10000", 1);
        say(folder.resolve("reweighted"), grown);
        List<Row> after = reweighted(grown);
        assertEquals(3, before.size());
        assertEquals(3, after.size());
        assertEquals(before.subList(1, 3), after.subList(0, 2));
        for (Row cohort : after) {
            assertEquals(4_000, cohort.getLong(1), "everybody of the reference has an outcome and a score");
            assertEquals(0.2, cohort.getDouble(2), 4 * cohort.getDouble(3) + 0.01);
            assertTrue(cohort.getDouble(4) <= 4_000 && cohort.getDouble(4) > 100, cohort::toString);
            assertTrue(cohort.getDouble(5) <= cohort.getDouble(6) && cohort.getDouble(6) <= cohort.getDouble(7));
        }
    }

    private static List<Row> reweighted(Output of) {
        return of.rows(
                Tables.MODEL_PERFORMANCE,
                "SELECT window, reweighted_labelled, reweighted_bad_rate, reweighted_bad_rate_se, effective_size,"
                        + " reweighted_auc_low, reweighted_auc, reweighted_auc_high, reweighted_auc_variance"
                        + " FROM t WHERE effective_size IS NOT NULL ORDER BY window.start");
    }

    /** The cohorts that a single run looks at together: the three newest of the four. */
    private static List<Row> newest(List<Row> cohorts) {
        return cohorts.subList(1, 4);
    }

    private static List<Row> learned(Output of) {
        return of.rows(
                Tables.COHORT_SHIFTS,
                "SELECT window, domain_classifier_auc, domain_classifier_low, domain_classifier_null_high, top_features,"
                        + " reconstruction_error, correlation_changes FROM t ORDER BY window.start");
    }

    @Test
    void ofAWideTableItIsSaidHowManyFeaturesAreLookedAtTogether() {
        Path input = folder.resolve("wide");
        List<String> columns = new ArrayList<>(List.of("make_date(2024, 1 + CAST(id DIV 300 AS INT), 1) AS day"));
        for (int i = 0; i < 202; i++) {
            columns.add("pmod(xxhash64(id, " + i + "), 1000) / 1000D AS n" + i);
        }
        Output.session()
                .range(0, 900, 1, 1)
                .selectExpr(columns.toArray(String[]::new))
                .write()
                .parquet(input.toString());
        Output wide = new Output(folder.resolve("wide tables"));
        Said by = Said.by(
                "run",
                "--input=" + input,
                "--format=parquet",
                "--time=day",
                "--together=logistic",
                "--reference=2024-01-01..2024-02-29",
                "--output=" + wide.directory());

        assertEquals(0, by.code(), by.err());
        assertTrue(
                by.out()
                        .replaceAll("\\s+", " ")
                        .contains("models are made of the first 200 of 202 features, in the order of the table"),
                by.out());
        assertEquals(
                200,
                wide.rows(Tables.COHORT_SHIFTS, "SELECT features_together FROM t")
                        .get(0)
                        .getLong(0));
    }
}
