package io.tidemark.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.delta.tables.DeltaTable;
import io.tidemark.Said;
import io.tidemark.spark.output.Tables;
import io.tidemark.spark.table.OutputTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tables as analysts meet them: commented, constrained, and queried by their names. */
@Tag("spark")
class TablesTest {
    @TempDir
    static Path folder;

    private static Output output;

    @BeforeAll
    static void run() {
        output = new Output(folder.resolve("tables"));
        Said said = Said.by(
                "run",
                "--config",
                "data-sample/monitor.yaml",
                "--output",
                output.directory().toString());
        assertEquals(0, said.code(), said.err());
    }

    private static Said query(String format, String sql) {
        return Said.by("query", "--output", output.directory().toString(), "--format", format, sql);
    }

    @Test
    void everyTableHasRowsAndEveryColumnAComment() {
        List<OutputTable<?>> expected = new ArrayList<>(Tables.ALL);
        // The sample has no challenger, no recipe is asked for, and no rules are replayed.
        expected.removeAll(List.of(Tables.MODEL_COMPARISONS, Tables.STALENESS, Tables.POLICY_BACKTEST));
        assertEquals(expected, output.made());
        for (OutputTable<?> table : output.made()) {
            Dataset<Row> rows = output.table(table);
            assertFalse(rows.isEmpty(), table.name());
            for (StructField field : rows.schema().fields()) {
                assertTrue(field.getComment().isDefined(), table.name() + "." + field.name());
            }
        }
    }

    @Test
    void keysAreUnique() {
        Map<OutputTable<?>, String> keys = Map.of(
                Tables.COHORT_PROFILES, "monitor, log_type, window, slice_key, slice_value, column_name",
                Tables.BINS, "monitor, reference_id, column_name, bin",
                Tables.FEATURE_SHIFTS, "monitor, window, drift_type, reference_id, slice_key, slice_value, column_name",
                Tables.BIN_SHIFTS,
                        "monitor, window, drift_type, reference_id, slice_key, slice_value, column_name, bin",
                Tables.DATA_INCIDENTS, "monitor, window, column_name, kind",
                Tables.RECOMMENDATIONS, "monitor, as_of");
        keys.forEach((table, key) -> assertEquals(
                List.of(),
                output.rows(table, "SELECT " + key + " FROM t GROUP BY " + key + " HAVING count(*) > 1"),
                table.name()));
    }

    @Test
    void aRowThatBreaksAConstraintIsRefused() {
        Dataset<Row> broken = output.table(Tables.FEATURE_SHIFTS)
                .limit(1)
                .withColumn("severity", org.apache.spark.sql.functions.lit("TERRIBLE"));
        String path = output.directory().resolve("feature_shifts").toString();
        Exception refused = assertThrows(
                Exception.class,
                () -> broken.write().format("delta").mode("append").save(path));
        assertTrue(String.valueOf(refused.getMessage()).contains("severity"), refused.getMessage());
    }

    @Test
    void aRowWithoutAKeyIsRefused() {
        Dataset<Row> broken = output.table(Tables.FEATURE_SHIFTS)
                .limit(1)
                .withColumn(
                        "column_name", org.apache.spark.sql.functions.lit(null).cast("string"));
        String path = output.directory().resolve("feature_shifts").toString();
        Exception refused = assertThrows(
                Exception.class,
                () -> broken.write().format("delta").mode("append").save(path));
        assertTrue(String.valueOf(refused.getMessage()).contains("column_name"), refused.getMessage());
    }

    @Test
    void aFirstRunIsOneCommitPerTableAndTwoToRuns() {
        for (OutputTable<?> table : output.made()) {
            List<String> operations = DeltaTable.forPath(
                            Output.session(),
                            output.directory().resolve(table.name()).toString())
                    .history()
                    .orderBy("version")
                    .collectAsList()
                    .stream()
                    .map(commit -> commit.<String>getAs("operation"))
                    .toList();
            assertEquals(
                    table == Tables.RUNS
                            ? List.of("CREATE TABLE AS SELECT", "WRITE")
                            : List.of("CREATE TABLE AS SELECT"),
                    operations,
                    table.name());
        }
    }

    @Test
    void theRunIsAnnouncedBeforeItIsComplete() {
        Dataset<Row> announced = Output.session()
                .read()
                .format("delta")
                .option("versionAsOf", 0)
                .load(output.directory().resolve("runs").toString());
        assertEquals(
                List.of("RUNNING"),
                announced.select("status").as(Encoders.STRING()).collectAsList());
        assertEquals(
                List.of("COMPLETE"),
                output.table(Tables.RUNS).select("status").as(Encoders.STRING()).collectAsList());
    }

    @Test
    void noCategoryThatFewerThanTenApplicantsCarryIsStoredByName() {
        assertEquals(
                List.of(),
                output.rows(
                        Tables.COHORT_PROFILES,
                        "SELECT column_name, i.item FROM (SELECT column_name, explode(frequent_items) AS i FROM t) WHERE i.count < 10"));
    }

    @Test
    void aQueryPrintsATable() {
        Said said = query("table", "SELECT action, policy FROM recommendations");
        assertEquals(0, said.code(), said.err());
        assertTrue(said.out().contains("INVESTIGATE_DATA  shift_only"), said.out());
        assertTrue(said.out().contains("(1 rows)"), said.out());
    }

    @Test
    void aQueryPrintsCsvWithNestedColumnsAsJson() {
        Said said =
                query("csv", "SELECT 'a,\"b\"' AS text, CAST(NULL AS INT) AS nothing, named_struct('x', 1) AS nested");
        assertEquals("text,nothing,nested\n\"a,\"\"b\"\"\",,\"{\"\"x\"\":1}\"\n", said.out());
    }

    @Test
    void aQueryPrintsJsonLines() {
        Said said = query("json", "SELECT 1 AS one, CAST(NULL AS STRING) AS nothing");
        assertEquals("{\"one\":1,\"nothing\":null}\n", said.out());
    }

    @Test
    void aQueryThatFailsSaysWhy() {
        Said said = query("table", "SELECT * FROM featur_shifts");
        assertEquals(2, said.code());
        assertTrue(said.err().contains("featur_shifts"), said.err());
        assertFalse(said.err().contains("\tat "), said.err());
    }

    @Test
    void aDirectoryWithoutTablesIsSaid() {
        Said said = Said.by("query", "--output", folder.resolve("nothing").toString(), "SELECT 1");
        assertEquals(2, said.code());
        assertTrue(said.err().contains("there are no Tidemark tables"), said.err());
    }

    @Test
    void checkNamesFeaturesAndComputesNothing() {
        Path untouched = folder.resolve("untouched");
        Said said = Said.by("check", "--config", "data-sample/monitor.yaml", "--output", untouched.toString());
        assertEquals(0, said.code(), said.err());
        assertTrue(said.out().contains("bureau_score"), said.out());
        assertTrue(new Output(untouched).isUntouched());
    }

    @Test
    void theCommittedSampleIsWhatTheGeneratorMakes() throws java.io.IOException {
        Path made = folder.resolve("made");
        Said said = Said.by("sample", "--output", made.toString(), "--rows", "24000", "--seed", "42");
        assertEquals(0, said.code(), said.err());
        for (String file : List.of("applicants.csv.gz", "README.md")) {
            assertEquals(-1, java.nio.file.Files.mismatch(Path.of("data-sample", file), made.resolve(file)), file);
        }
    }
}
