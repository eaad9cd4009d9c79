package io.tidemark.spark;

import static org.apache.spark.sql.functions.col;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.Said;
import io.tidemark.spark.output.Tables;
import io.tidemark.spark.table.Sessions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.functions$;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Synthetic applicants through the whole job, with models in files beside the columns of what the same models said elsewhere: the champion as
 * {@code champion.onnx}, and a pipeline of MLlib.
 */
@Tag("spark")
@Tag("slow")
class ModelRunTest {
    private static final Column MONTH = col("application_date").cast("string").substr(1, 7);
    private static final String LAST_MONTH = "2023-10";
    private static final List<String> MODELS = List.of("pd_score", "pd_onnx", "pd_elsewhere", "pd_pipeline");

    @TempDir
    static Path folder;

    private static Output output;
    private static Dataset<Row> later;

    @BeforeAll
    static void run() throws IOException {
        Said sample = Said.by(
                "sample", "--output", folder.resolve("sample").toString(), "--rows", "9000", "--format", "parquet");
        assertEquals(0, sample.code(), sample.err());
        Dataset<Row> applicants = Sessions.open()
                .read()
                .parquet(folder.resolve("sample/applicants").toString())
                .where(MONTH.leq(LAST_MONTH));
        PipelineModel pipeline =
                new Pipeline().setStages(ScoringTest.logisticRegression()).fit(applicants.where(MONTH.lt("2023-07")));
        pipeline.write().save(folder.resolve("pipeline").toString());
        Files.copy(Path.of("src/test/resources/onnx/champion.onnx"), onnx());
        Column probability = functions$
                .MODULE$
                .vector_to_array(col("probability"), "float64")
                .getItem(1);
        Dataset<Row> scored = pipeline.transform(applicants)
                .select(Stream.concat(
                                Stream.of(applicants.columns()).map(name -> col(name)),
                                Stream.of(probability.as("pd_elsewhere")))
                        .toArray(Column[]::new));
        later = scored.where(MONTH.equalTo(LAST_MONTH));
        append(scored.where(MONTH.lt(LAST_MONTH)));
        output = new Output(folder.resolve("tables"));
        run(output);
    }

    private static Path onnx() {
        return folder.resolve("champion.onnx");
    }

    private static void append(Dataset<Row> rows) {
        rows.coalesce(1).write().mode("append").parquet(folder.resolve("input").toString());
    }

    private static void run(Output output) {
        Said said = Said.by(
                "run",
                "--input",
                folder.resolve("input").toString(),
                "--format",
                "parquet",
                "--time",
                "application_date",
                "--reference",
                "2023-01-01..2023-06-30",
                "--entity",
                "application_id",
                "--label",
                "defaulted",
                "--features",
                "income,bureau_score,utilisation",
                "--score",
                "pd_score:champion,pd_onnx,pd_elsewhere,pd_pipeline",
                "--model",
                "pd_onnx=" + onnx(),
                "--model",
                "pd_pipeline=" + folder.resolve("pipeline"),
                "--output",
                output.directory().toString());
        assertEquals(0, said.code(), said.err());
    }

    /** The figures of a model in every mature cohort, by cohort. */
    private static List<Row> performance(String model) {
        return output.rows(
                Tables.MODEL_PERFORMANCE,
                "SELECT auc, gini, ks, brier, log_loss, expected_rate, calibration_slope, score_psi, labelled, bads FROM t"
                        + " WHERE slice_key IS NULL AND maturity = 'MATURE' AND model = '" + model
                        + "' ORDER BY window.start");
    }

    private static void assertSame(String column, String model) {
        List<Row> expected = performance(column);
        List<Row> found = performance(model);
        assertFalse(expected.isEmpty());
        assertEquals(expected.size(), found.size());
        for (int i = 0; i < expected.size(); i++) {
            for (int figure = 0; figure < expected.get(i).size(); figure++) {
                if (expected.get(i).isNullAt(figure)) {
                    assertTrue(found.get(i).isNullAt(figure), expected.get(i) + " " + found.get(i));
                } else {
                    assertEquals(
                            ((Number) expected.get(i).get(figure)).doubleValue(),
                            ((Number) found.get(i).get(figure)).doubleValue(),
                            1e-6,
                            expected.get(i) + " " + found.get(i));
                }
            }
        }
    }

    /** The cohorts whose profiles the newest run wrote. */
    private static Set<String> profiled() {
        String newest = output.rows(Tables.RUNS, "SELECT max_by(run_id, started_at) FROM t")
                .get(0)
                .getString(0);
        Set<String> months = new TreeSet<>();
        output.rows(
                        Tables.COHORT_PROFILES,
                        "SELECT DISTINCT date_format(window.start, 'yyyy-MM') FROM t WHERE log_type = 'INPUT' AND run_id = '"
                                + newest + "'")
                .forEach(row -> months.add(row.getString(0)));
        return months;
    }

    @Test
    void aModelInOnnxIsJudgedAsTheColumnOfItsScoresIs() {
        assertSame("pd_score", "pd_onnx");
    }

    @Test
    void aPipelineIsJudgedAsTheColumnOfItsScoresIs() {
        assertSame("pd_elsewhere", "pd_pipeline");
    }

    @Test
    void scoresAreWatchedAndAreNoFeatures() {
        assertEquals(
                List.of("bureau_score", "income", "utilisation"),
                output.rows(Tables.FEATURE_SHIFTS, "SELECT DISTINCT column_name FROM t ORDER BY 1").stream()
                        .map(row -> row.getString(0))
                        .filter(name -> !MODELS.contains(name))
                        .toList());
    }

    @Test
    void onlyWhatIsNewIsProfiledAndEverythingWhereAModelIsAnother() throws IOException {
        assertEquals(9, profiled().size());
        run(output);
        assertEquals(Set.of(), profiled());

        append(later);
        run(output);
        assertEquals(Set.of(LAST_MONTH), profiled());
        Output whole = new Output(folder.resolve("whole"));
        run(whole);
        assertEquals(List.of(), Differences.between(output, whole, Tables.COHORT_PROFILES));
        assertEquals(List.of(), Differences.between(output, whole, Tables.MODEL_PERFORMANCE));

        Files.write(onnx(), byAnotherProducer(Files.readAllBytes(onnx())));
        run(output);
        assertEquals(10, profiled().size());
    }

    /** The same graph in another file. */
    private static byte[] byAnotherProducer(byte[] model) {
        byte[] other = model.clone();
        byte[] name = "tidemark-tests".getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i + name.length <= other.length; i++) {
            if (Arrays.equals(other, i, i + name.length, name, 0, name.length)) {
                other[i] = 'T';
                return other;
            }
        }
        throw new AssertionError("the model does not name its producer");
    }
}
