package io.tidemark.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.delta.tables.DeltaTable;
import io.tidemark.Said;
import io.tidemark.spark.output.Tables;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run over what has changed gives the same tables as a run over everything, and profiles nothing but what has changed. */
@Tag("spark")
@Tag("slow")
class IncrementalTest {
    private static final Column MONTH = col("application_date").substr(1, 7);

    @TempDir
    Path folder;

    private int fullRuns;

    private static Dataset<Row> applicants() {
        return Output.session()
                .read()
                .option("header", "true")
                .option("inferSchema", "true")
                .csv("data-sample/applicants.csv.gz");
    }

    private void append(Dataset<Row> rows, String format) {
        rows.coalesce(1).write().format(format).mode("append").save(input().toString());
    }

    private Path input() {
        return folder.resolve("input");
    }

    @Test
    void newAndLateRowsOfFilesAreTheOnlyOnesThatAreRead() {
        Dataset<Row> all = applicants().where(MONTH.leq("2024-02"));
        Column late = MONTH.equalTo("2023-10").and(col("region").equalTo("R03"));
        append(all.where(MONTH.leq("2023-08")), "parquet");
        append(all.where(MONTH.gt("2023-08").and(MONTH.leq("2024-01"))).where(not(late)), "parquet");
        assertEquals(13, profiled("parquet").size());

        append(all.where(MONTH.equalTo("2024-02")), "parquet");
        assertEquals(Set.of("2024-02-01"), profiled("parquet"));

        append(all.where(late), "parquet");
        assertEquals(Set.of("2023-10-01"), profiled("parquet"));

        assertEquals(Set.of(), profiled("parquet"));
    }

    @Test
    void rowsDeletedFromTheReferenceChangeItsCohortAndTheReference() {
        append(applicants().where(MONTH.leq("2023-05")), "delta");
        append(applicants().where(MONTH.gt("2023-05").and(MONTH.leq("2023-08"))), "delta");
        assertEquals(8, profiled("delta").size());

        DeltaTable.forPath(Output.session(), input().toString())
                .delete(MONTH.equalTo("2023-06").and(col("region").equalTo("R03")));
        assertEquals(Set.of("2023-06-01", "2023-07-01", "2023-08-01"), profiled("delta"));
    }

    /** The cohorts that a run profiled; its tables are those of a run over everything. */
    private Set<String> profiled(String format) {
        Output output = new Output(folder.resolve("output"));
        run(output, format);
        Output whole = new Output(folder.resolve("whole-" + fullRuns++));
        run(whole, format);
        assertEquals(whole.made(), output.made());
        whole.made().stream()
                .filter(table -> table != Tables.RUNS && table != Tables.RECOMMENDATIONS)
                .forEach(table -> assertEquals(List.of(), Differences.between(output, whole, table), table.name()));
        // Earlier days keep theirs.
        assertEquals(List.of(), Differences.onlyIn(whole, output, Tables.RECOMMENDATIONS));
        assertEquals(rowCounts(whole), rowCounts(output));
        Set<String> starts = new TreeSet<>();
        String newest = output.rows(Tables.RUNS, "SELECT max_by(run_id, started_at) FROM t")
                .get(0)
                .getString(0);
        output.rows(
                        Tables.COHORT_PROFILES,
                        "SELECT DISTINCT CAST(CAST(window.start AS DATE) AS STRING) FROM t WHERE log_type = 'INPUT'"
                                + " AND run_id = '" + newest + "'")
                .forEach(row -> starts.add(row.getString(0)));
        return starts;
    }

    private static List<Row> rowCounts(Output output) {
        return output.rows(
                Tables.RUNS,
                "SELECT rows_read, rows_without_time, rows_after_as_of, cohorts_written, columns_left_out FROM t"
                        + " ORDER BY started_at DESC LIMIT 1");
    }

    private void run(Output output, String format) {
        Said said = Said.by(
                "run",
                "--input",
                input().toString(),
                "--format",
                format,
                "--monitor",
                "applicants",
                "--time",
                "application_date",
                "--reference",
                "2023-02-01..2023-06-15",
                "--segment",
                "channel",
                "--label",
                "defaulted",
                "--features",
                "income,bureau_score,document_type,account_opened,existing_customer,total_debt_cents,postal_area",
                "--output",
                output.directory().toString());
        assertEquals(0, said.code(), said.err());
    }
}
