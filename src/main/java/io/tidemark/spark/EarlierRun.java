package io.tidemark.spark;

import static org.apache.spark.sql.functions.col;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The run whose profiles can be used again.
 *
 * @param files the input as it found it
 * @param leftOut columns that it found to be no features, each with the reason
 */
record EarlierRun(LocalDate asOf, List<SourceFile> files, Map<String, String> leftOut) {

    /** The last complete run of a monitor; empty where there is none, or where any run since counted something else. */
    static Optional<EarlierRun> of(TableStore store, String monitor, String profileSettings) {
        if (!store.has(Tables.RUNS)) {
            return Optional.empty();
        }
        Dataset<Row> runs = store.read(Tables.RUNS);
        if (!Arrays.asList(runs.columns()).contains("source_files")) {
            return Optional.empty();
        }
        for (Row run : runs.where(col("monitor").equalTo(monitor))
                .select("profile_settings", "status", "run_id")
                .orderBy(col("started_at").desc())
                .collectAsList()) {
            if (!profileSettings.equals(run.getString(0))) {
                return Optional.empty();
            }
            if (run.getString(1).equals(RunRecord.Status.COMPLETE.name())) {
                return read(runs.where(col("run_id").equalTo(run.getString(2)))
                        .select("as_of", "source_files", "columns_left_out")
                        .first());
            }
        }
        return Optional.empty();
    }

    private static Optional<EarlierRun> read(Row run) {
        if (run.isNullAt(1)) {
            return Optional.empty();
        }
        List<SourceFile> files = new ArrayList<>();
        for (Row file : run.<Row>getList(1)) {
            SortedMap<Long, Long> rows = new TreeMap<>();
            file.<String, Long>getJavaMap(2).forEach((pane, count) -> rows.put(Panes.code(pane), count));
            files.add(new SourceFile(file.getString(0), file.getString(1), rows));
        }
        Map<String, String> leftOut = new LinkedHashMap<>(run.getJavaMap(2));
        return Optional.of(new EarlierRun(run.getDate(0).toLocalDate(), files, leftOut));
    }
}
