package io.tidemark.spark;

import io.tidemark.incident.DataIncident;
import io.tidemark.policy.Recommendation;
import io.tidemark.problem.UserMistake;
import io.tidemark.shift.CohortShift;
import io.tidemark.shift.JudgedShift;
import io.tidemark.spark.history.Profiled;
import io.tidemark.spark.history.Reach;
import io.tidemark.spark.output.RunRecord;
import io.tidemark.spark.output.Tables;
import io.tidemark.spark.shift.KeptResult;
import io.tidemark.spark.shift.StoredProfile;
import io.tidemark.spark.table.DirectCommit.Written;
import io.tidemark.spark.table.Failures;
import io.tidemark.spark.table.Partition;
import io.tidemark.spark.table.RunId;
import io.tidemark.spark.table.TableStore;
import io.tidemark.spark.table.TakenOver;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;

/** A run's way into the tables: announced first, written side by side, complete last. */
final class Writing {
    private static final int SIDE_BY_SIDE = 4;

    private final TableStore store;
    private final RunId run;
    private final RunRecord.Start start;
    private RunRecord record;
    private CompletableFuture<Optional<Written>> announced = CompletableFuture.completedFuture(Optional.empty());

    Writing(TableStore store, RunId run, RunRecord.Start start) {
        this.store = store;
        this.run = run;
        this.start = start;
    }

    /** Announces the run, while the caller goes on. */
    void begin(LocalDate asOf) {
        record = new RunRecord(start, asOf, RunRecord.Status.RUNNING, null);
        RunRecord running = record;
        announced = CompletableFuture.supplyAsync(() -> store.append(Tables.RUNS, run, List.of(running)));
    }

    void write(
            JavaRDD<KeptResult> results,
            JavaRDD<JudgedShift> judged,
            List<CohortShift> together,
            JavaRDD<DataIncident> incidents,
            Recommendation recommendation,
            Optional<ModelResults> models,
            Reach reach) {
        announced.join();
        Partition monitor = Partition.ofMonitor(run);
        Stream<Runnable> ofModels = models.stream().flatMap(found -> ofModels(found, monitor));
        Stream<Runnable> ofAll = Stream.of(
                () -> store.replace(
                        Tables.BIN_SHIFTS,
                        run,
                        results.flatMap(r -> r.binShifts().iterator()),
                        monitor),
                () -> store.replace(Tables.FEATURE_SHIFTS, run, judged, monitor),
                () -> store.replace(
                        Tables.BINS, run, results.flatMap(r -> r.bins().iterator()), monitor),
                () -> store.replace(Tables.COHORT_SHIFTS, run, together, monitor),
                () -> store.replace(Tables.DATA_INCIDENTS, run, incidents, monitor),
                () -> store.replace(
                        Tables.RECOMMENDATIONS,
                        run,
                        List.of(recommendation),
                        Partition.ofDay(run, recommendation.asOf())));
        sideBySide(Stream.of(profiles(results, reach, monitor), ofAll, ofModels).flatMap(writes -> writes));
    }

    /** Profiles that are what they were are left as they are. */
    private Stream<Runnable> profiles(JavaRDD<KeptResult> results, Reach reach, Partition monitor) {
        if (reach.isNothing()) {
            return Stream.empty();
        }
        JavaRDD<StoredProfile.Open> profiles = results.flatMap(
                        result -> result.profiles().iterator())
                .filter(reach::covers)
                .map(StoredProfile::open);
        return Stream.of(() -> {
            if (reach.isWhole()) {
                store.replace(Tables.COHORT_PROFILES, run, profiles, monitor);
            } else {
                store.replace(Tables.COHORT_PROFILES, run, profiles, reach.portion(monitor));
            }
        });
    }

    /** What nothing was asked of gets no table; where there is one from another time, its rows are replaced by none. */
    private Stream<Runnable> ofModels(ModelResults found, Partition monitor) {
        List<Runnable> writes = new ArrayList<>();
        int models = found.models();
        if (models > 0 || store.has(Tables.MODEL_PERFORMANCE)) {
            writes.add(() -> store.replace(
                    Tables.MODEL_PERFORMANCE, run, found.performances(), found.performancesTakenOver(), monitor));
        }
        if (models > 0 || store.has(Tables.MODEL_REFERENCES)) {
            writes.add(() -> store.replace(Tables.MODEL_REFERENCES, run, found.references(), monitor));
        }
        if (models > 1 || store.has(Tables.MODEL_COMPARISONS)) {
            // The table may be there for the sake of another monitor, or of a challenger that is gone.
            Optional<TakenOver> takenOver = models > 1 ? found.takenOver() : Optional.empty();
            writes.add(() -> store.replace(Tables.MODEL_COMPARISONS, run, found.comparisons(), takenOver, monitor));
        }
        if (!found.staleness().isEmpty() || store.has(Tables.STALENESS)) {
            writes.add(() -> store.replace(Tables.STALENESS, run, found.staleness(), monitor));
        }
        return writes.stream();
    }

    /** From here on the run's rows count. */
    void complete(Instant at, Profiled profiled, Map<String, String> leftOut, Map<String, Long> durations) {
        record = record.complete(at, profiled.facts(), profiled.files().orElse(null), leftOut, durations);
        put(record);
    }

    /** Says that the run failed, as far as that can still be said. */
    void fail(Instant at, RuntimeException failure) {
        record = record.failed(at, Failures.reason(failure));
        try {
            put(record);
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    private void put(RunRecord state) {
        Optional<Written> before =
                announced.exceptionally(notAnnounced -> Optional.empty()).join();
        store.supersede(before, Tables.RUNS, run, List.of(state), TableStore.ofRun(run));
    }

    private static void sideBySide(Stream<Runnable> writes) {
        ExecutorService threads = Executors.newFixedThreadPool(SIDE_BY_SIDE);
        try {
            CompletableFuture.allOf(writes.map(write -> CompletableFuture.runAsync(write, threads))
                            .toArray(CompletableFuture[]::new))
                    .join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof UserMistake mistake) {
                throw mistake;
            }
            throw e;
        } finally {
            threads.shutdown();
        }
    }
}
