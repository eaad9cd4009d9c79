package io.tidemark.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tidemark.Said;
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
        Path sample = FOLDER.resolve(story);
        if (!Files.exists(sample)) {
            Said made = Said.by(
                    "sample",
                    "--shifts=" + story,
                    "--rows=72000",
                    "--months=36",
                    "--format=parquet",
                    "--output=" + sample);
            assertEquals(0, made.code(), made.err());
        }
        Output output = new Output(FOLDER.resolve(story + "-" + asOf));
        List<String> run = new ArrayList<>(List.of(
                "run",
                "--input=" + sample.resolve("applicants"),
                "--format=parquet",
                "--time=application_date",
                "--cohort=quarter",
                "--reference=2023-01-01..2023-06-30",
                "--entity=application_id",
                "--special=bureau_score=-999,-998",
                "--label=defaulted",
                "--maturity=12m",
                "--score=pd_score:champion",
                "--as-of=" + asOf,
                "--output=" + output.directory()));
        run.addAll(more);
        Said said = Said.by(run.toArray(String[]::new));
        assertEquals(0, said.code(), said.err());
        return new StoryRun(sample.resolve("applicants"), output, said.out().replaceAll("\\s+", " "));
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
