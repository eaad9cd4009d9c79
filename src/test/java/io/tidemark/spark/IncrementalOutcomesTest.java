package io.tidemark.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.Said;
import io.tidemark.spark.output.Tables;
import io.tidemark.spark.table.OutputTable;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that judges only what has changed since the last one leaves the tables, and says what, a run over everything does. */
@Tag("spark")
@Tag("slow")
class IncrementalOutcomesTest {
    private static final Column MONTH = col("application_date").cast("string").substr(1, 7);
    private static final List<OutputTable<?>> JUDGED =
            List.of(Tables.MODEL_PERFORMANCE, Tables.MODEL_COMPARISONS, Tables.MODEL_REFERENCES, Tables.FEATURE_SHIFTS);

    @TempDir
    Path folder;

    private int wholeRuns;

    /** Of some applicants the champion has no score; the challenger is the champion with less of a say. Many of October turn out bad. */
    private static Dataset<Row> applicants() {
        return Output.session()
                .read()
                .option("header", "true")
                .option("inferSchema", "true")
                .csv("data-sample/applicants.csv.gz")
                .withColumn("challenger", col("pd_score").multiply(0.9).plus(0.01))
                .withColumn(
                        "defaulted",
                        when(
                                        MONTH.equalTo("2023-10")
                                                .and(col("bureau_score").mod(3).equalTo(0)),
                                        lit(1))
                                .otherwise(col("defaulted")))
                .withColumn(
                        "pd_score",
                        when(col("postal_area").equalTo("P01"), lit(null)).otherwise(col("pd_score")));
    }

    private void append(Dataset<Row> rows) {
        rows.coalesce(1).write().mode("append").parquet(folder.resolve("input").toString());
    }

    @Test
    void whatIsKeptOfOutcomesIsWhatJudgingThemAnewComesTo() {
        Dataset<Row> all = applicants().where(MONTH.leq("2024-02"));
        Column late = MONTH.equalTo("2023-09").and(col("region").equalTo("R03"));
        append(all.where(MONTH.leq("2023-06")));
        append(all.where(MONTH.gt("2023-06").and(MONTH.leq("2023-12"))).where(not(late)));
        run(new Output(folder.resolve("output")));

        append(all.where(MONTH.equalTo("2024-01")));
        // Those of October are known now, which no estimate foresaw; those of the three months after it are to come.
        assertEquals("outcomes were judged of 2 of 13 cohorts", judged());
        assertEquals(List.of("2023-11 in 2023-10", "2023-12 in 2023-10", "2024-01 in 2023-10"), warned());

        append(all.where(MONTH.equalTo("2024-02")));
        append(all.where(late));
        assertEquals("outcomes were judged of 4 of 14 cohorts", judged());
        assertEquals(List.of("2023-12 in 2023-11", "2024-01 in 2023-11", "2024-02 in 2023-11"), warned());

        assertEquals("outcomes were judged of 1 of 14 cohorts", judged());
    }

    @Test
    void whereOneModelIsJudgedComparisonsOfAnotherMonitorAreLeftAlone() {
        append(applicants().where(MONTH.leq("2023-10")));
        Output output = new Output(folder.resolve("output"));
        run(output);
        List<String> compared = rows(output, Tables.MODEL_COMPARISONS);
        assertFalse(compared.isEmpty());
        run(output, "alone", "pd_score");
        List<String> judged = rows(output, Tables.MODEL_PERFORMANCE);
        assertTrue(run(output, "alone", "pd_score").out().contains("outcomes were judged of 1 of 10 cohorts"));
        assertEquals(judged, rows(output, Tables.MODEL_PERFORMANCE));
        assertEquals(compared, rows(output, Tables.MODEL_COMPARISONS));
    }

    /** Where the table has got the columns since, for the sake of another monitor. */
    @Test
    void rowsThatAnEarlierVersionWroteAreJudgedAgain() {
        append(applicants().where(MONTH.leq("2023-10")));
        Output output = new Output(folder.resolve("output"));
        run(output, "alone", "pd_score");
        List<String> judged = rows(output, Tables.MODEL_PERFORMANCE);
        output.table(Tables.MODEL_PERFORMANCE)
                .drop(
                        "measured_by",
                        "auc_variance",
                        "unscored_bads",
                        "recalibration_gain",
                        "recalibration_gain_se",
                        "estimated_auc_variance")
                .write()
                .format("delta")
                .mode("overwrite")
                .option("overwriteSchema", "true")
                .partitionBy("monitor")
                .save(output.directory()
                        .resolve(Tables.MODEL_PERFORMANCE.name())
                        .toString());
        run(output);
        assertFalse(run(output, "alone", "pd_score").out().contains("outcomes were judged of"));
        assertTrue(rows(output, Tables.MODEL_PERFORMANCE).containsAll(judged));
    }

    private static List<String> rows(Output output, OutputTable<?> table) {
        Dataset<Row> rows = output.table(table).drop("run_id");
        Column[] inOrder =
                Stream.of(rows.columns()).sorted().map(name -> col(name)).toArray(Column[]::new);
        return rows.select(inOrder).toJSON().collectAsList().stream().sorted().toList();
    }

    /** What a run says of what it has judged. */
    private String judged() {
        Output output = new Output(folder.resolve("output"));
        Said said = run(output);
        Output whole = new Output(folder.resolve("whole-" + wholeRuns++));
        Said ofWhole = run(whole);
        assertEquals(headline(ofWhole), headline(said));
        assertTrue(ofWhole.out().contains("where outcomes are to come is not to be relied on"));
        assertTrue(said.out().contains("where outcomes are to come is not to be relied on"));
        assertTrue(whole.table(Tables.MODEL_PERFORMANCE)
                        .where("recalibration_gain_se > 0")
                        .count()
                >= 8);
        JUDGED.forEach(table -> {
            assertTrue(whole.table(table).count() > 0, table.name());
            assertEquals(List.of(), Differences.between(output, whole, table), table.name());
            assertEquals(1, output.table(table).select("run_id").distinct().count(), table.name());
        });
        assertEquals(List.of(), Differences.onlyIn(whole, output, Tables.RECOMMENDATIONS));
        return said.out()
                .lines()
                .filter(line -> line.contains("outcomes were judged of"))
                .map(line ->
                        line.substring(line.indexOf("outcomes were"), line.indexOf(" cohorts") + " cohorts".length()))
                .findFirst()
                .orElseThrow();
    }

    /** The months whose estimate for the champion is warned of, and by the outcomes of which month. */
    private List<String> warned() {
        return new Output(folder.resolve("output"))
                        .table(Tables.MODEL_PERFORMANCE)
                        .where("slice_key IS NULL AND role = 'CHAMPION' AND estimate_warning IS NOT NULL")
                        .selectExpr("concat(date_format(window.start, 'yyyy-MM'), ' ', left(estimate_warning, 10))")
                        .as(Encoders.STRING())
                        .collectAsList()
                        .stream()
                        .sorted()
                        .toList();
    }

    private static List<String> headline(Said said) {
        return said.out()
                .lines()
                .takeWhile(line -> !line.startsWith("  remarks") && !line.startsWith("  tables"))
                .toList();
    }

    private Said run(Output output) {
        return run(output, "applicants", "pd_score:champion,challenger");
    }

    private Said run(Output output, String monitor, String scores) {
        Said said = Said.by(
                "run",
                "--input",
                folder.resolve("input").toString(),
                "--format",
                "parquet",
                "--monitor",
                monitor,
                "--time",
                "application_date",
                "--reference",
                "2023-01-01..2023-05-31",
                "--segment",
                "channel",
                "--protected",
                "channel",
                "--label",
                "defaulted",
                "--maturity",
                "3m",
                "--score",
                scores,
                "--cutoff",
                "pd_score=0.15",
                "--recipe",
                "none",
                "--features",
                "income,bureau_score,utilisation",
                "--output",
                output.directory().toString());
        assertEquals(0, said.code(), said.err());
        return said;
    }
}
