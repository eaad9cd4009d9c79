package io.tidemark.spark.history;

import io.delta.kernel.data.ArrayValue;
import io.delta.kernel.data.ColumnVector;
import io.delta.kernel.data.MapValue;
import io.delta.kernel.data.Row;
import io.tidemark.spark.output.RunRecord;
import io.tidemark.spark.output.Tables;
import io.tidemark.spark.source.Panes;
import io.tidemark.spark.source.SourceFile;
import io.tidemark.spark.table.StoredTable;
import io.tidemark.spark.table.StoredTable.Wanted;
import io.tidemark.spark.table.TableStore;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * The run whose profiles can be used again.
 *
 * @param id what it is called in {@code run_id}
 * @param files the input as it found it
 * @param leftOut columns that it found to be no features, each with the reason
 */
record EarlierRun(String id, LocalDate asOf, List<SourceFile> files, Map<String, String> leftOut)
        implements Serializable {
    /** A run by what decides whether it is the one. */
    private record Candidate(long startedAt, String settings, String status, String id) implements Serializable {
        private static Candidate of(Row run) {
            return new Candidate(
                    run.getLong(1), run.isNullAt(2) ? "" : run.getString(2), run.getString(3), run.getString(4));
        }

        private boolean isComplete() {
            return status.equals(RunRecord.Status.COMPLETE.name());
        }
    }

    /** The last complete run of a monitor; empty where there is none, or where any run since counted something else. */
    static Optional<EarlierRun> of(TableStore store, JavaSparkContext context, String monitor, String profileSettings) {
        if (!store.has(Tables.RUNS)) {
            return Optional.empty();
        }
        StoredTable runs = store.open(Tables.RUNS);
        if (!runs.columns().contains("source_files")) {
            return Optional.empty();
        }
        Wanted ofMonitor = new Wanted("monitor", monitor, "started_at", "profile_settings", "status", "run_id");
        List<Candidate> candidates =
                new ArrayList<>(runs.values(context, ofMonitor, run -> Optional.of(Candidate.of(run)))
                        .collect());
        candidates.sort(Comparator.comparingLong(Candidate::startedAt).reversed());
        for (Candidate candidate : candidates) {
            if (!profileSettings.equals(candidate.settings())) {
                return Optional.empty();
            }
            if (candidate.isComplete()) {
                Wanted run = new Wanted("run_id", candidate.id(), "as_of", "source_files", "columns_left_out");
                return runs.values(context, run, EarlierRun::read).collect().stream()
                        .findFirst();
            }
        }
        return Optional.empty();
    }

    private static Optional<EarlierRun> read(Row run) {
        if (run.isNullAt(2)) {
            return Optional.empty();
        }
        ArrayValue listed = run.getArray(2);
        ColumnVector paths = listed.getElements().getChild(0);
        ColumnVector identities = listed.getElements().getChild(1);
        ColumnVector rowsPerPane = listed.getElements().getChild(2);
        List<SourceFile> files = new ArrayList<>();
        for (int file = 0; file < listed.getSize(); file++) {
            MapValue map = rowsPerPane.getMap(file);
            SortedMap<Long, Long> rows = new TreeMap<>();
            for (int pane = 0; pane < map.getSize(); pane++) {
                rows.put(
                        Panes.code(map.getKeys().getString(pane)),
                        map.getValues().getLong(pane));
            }
            files.add(new SourceFile(paths.getString(file), identities.getString(file), rows));
        }
        Map<String, String> leftOut = new LinkedHashMap<>();
        MapValue reasons = run.getMap(3);
        for (int column = 0; column < reasons.getSize(); column++) {
            leftOut.put(reasons.getKeys().getString(column), reasons.getValues().getString(column));
        }
        return Optional.of(new EarlierRun(run.getString(0), LocalDate.ofEpochDay(run.getInt(1)), files, leftOut));
    }
}
