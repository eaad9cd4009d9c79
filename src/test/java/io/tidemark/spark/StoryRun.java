package io.tidemark.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tidemark.Said;
import io.tidemark.spark.output.Tables;
import io.tidemark.spark.table.OutputTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.io.FileUtils;
import org.apache.spark.sql.Row;

/**
 * A history of one story through the whole job, run once for all tests that look at it: three years by quarters, the first two of which are the
 * reference and the last four of which have no outcomes yet as of the end. What is planted begins after the first year, but for {@code
 * renter_behaviour}, which begins in the fourth quarter.
 *
 * @param sample the applicants
 * @param summary what was printed, on one line
 */
record StoryRun(Path sample, Output output, String summary) {
    static final String END = "2025-12-31";
    static final String YEAR_BEFORE = "2024-12-31";

    static final String ALL = "slice_key IS NULL";
    private static final String YEAR_WITH_OUTCOMES = "window.start >= '2024-01-01' AND window.start < '2025-01-01'";

    /** The one that {@code tidemark sample} takes. */
    private static final long USUAL_SEED = 42;

    private static final Path FOLDER = folder();
    private static final Map<List<String>, StoryRun> RUNS = new HashMap<>();

    private static Path folder() {
        try {
            Path folder = Files.createTempDirectory("stories");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> FileUtils.deleteQuietly(folder.toFile())));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static StoryRun newClientele() {
        return of("new_clientele", END);
    }

    static StoryRun newClienteleYearBefore() {
        return of("new_clientele", YEAR_BEFORE, "--together", "logistic");
    }

    static StoryRun renters() {
        return of("renter_behaviour", END, "--protected", "housing", "--cutoff", "pd_score=0.04");
    }

    static synchronized StoryRun of(String story, String asOf, String... more) {
        List<String> key = new ArrayList<>(List.of(story, asOf));
        key.addAll(List.of(more));
        if (!RUNS.containsKey(key)) {
            RUNS.put(key, run(story, asOf, List.of(more)));
        }
        return RUNS.get(key);
    }

    private static StoryRun run(String story, String asOf, List<String> more) {
        Path applicants = sample(FOLDER, story, 72_000, USUAL_SEED);
        Output output = new Output(FOLDER.resolve(story + "-" + asOf));
        List<String> options = new ArrayList<>(List.of("--cohort=quarter", "--maturity=12m", "--as-of=" + asOf));
        options.addAll(more);
        Said said = monitored(applicants, output, options);
        return new StoryRun(applicants, output, said.out().replaceAll("\\s+", " "));
    }

    /** Three years of applicants, of whom those of the last have no outcomes yet; made unless they are there. */
    static Path sample(Path folder, String story, int rows, long seed) {
        Path sample = folder.resolve(story + "-" + rows + "-" + seed);
        if (!Files.exists(sample)) {
            Said made = Said.by(
                    "sample",
                    "--shifts=" + story,
                    "--seed=" + seed,
                    "--rows=" + rows,
                    "--months=36",
                    "--format=parquet",
                    "--output=" + sample);
            assertEquals(0, made.code(), made.err());
        }
        return sample.resolve("applicants");
    }

    /** What a run over such applicants says, whose champion was trained on the first half of the first year. */
    static Said monitored(Path applicants, Output output, List<String> more) {
        List<String> run = new ArrayList<>(List.of(
                "run",
                "--input=" + applicants,
                "--format=parquet",
                "--time=application_date",
                "--reference=2023-01-01..2023-06-30",
                "--entity=application_id",
                "--special=bureau_score=-999,-998",
                "--label=defaulted",
                "--score=pd_score",
                "--output=" + output.directory()));
        run.addAll(more);
        Said said = Said.by(run.toArray(String[]::new));
        assertEquals(0, said.code(), said.err());
        return said;
    }

    List<Row> rows(OutputTable<?> table, String columns, String where) {
        return output.rows(table, "SELECT " + columns + " FROM t WHERE " + where + " ORDER BY window.start");
    }

    /** By quarter of the year that begins when the story does, and whose outcomes are known as of the end. */
    List<Row> effects(String feature) {
        return rows(
                Tables.FEATURE_SHIFTS,
                "mix_effect, mix_effect_se, rate_effect, rate_effect_se, rate_pvalue, severity",
                YEAR_WITH_OUTCOMES + " AND column_name = '" + feature + "' AND " + ALL);
    }

    /** Of the same quarters, over all applicants. */
    List<Row> performances(String columns) {
        return rows(Tables.MODEL_PERFORMANCE, columns, YEAR_WITH_OUTCOMES + " AND " + ALL);
    }

    /** The mean AUC of the quarters with outcomes from a day on, less that of those before. */
    double aucChange(String begin) {
        return meanAuc("window.start >= '" + begin + "' AND maturity = 'MATURE'")
                - meanAuc("window.start < '" + begin + "'");
    }

    private double meanAuc(String where) {
        return output.rows(Tables.MODEL_PERFORMANCE, "SELECT avg(auc) FROM t WHERE " + where + " AND " + ALL)
                .get(0)
                .getDouble(0);
    }
}
