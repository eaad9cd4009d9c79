package io.tidemark.spark.staleness;

import io.tidemark.cohort.Cohort;
import io.tidemark.feature.Feature;
import io.tidemark.model.LabelledCohort;
import io.tidemark.model.Recipe;
import io.tidemark.model.Staleness;
import io.tidemark.spark.history.Profiled;
import io.tidemark.spark.output.StoredStaleness;
import io.tidemark.spark.source.MonitoredTable;
import io.tidemark.spark.staleness.RecipeModels.Judged;
import io.tidemark.spark.table.Sessions;
import io.tidemark.spark.table.TableStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * How fast models of some recipes age here: each is trained on a trailing window of cohorts that ends with one of them, and judged on every later
 * one.
 *
 * <p>A new cohort adds a row and a column: the model that was not needed before, and all earlier models on the new cohort. Models are kept in a
 * {@link ModelFolder}, and what was found of them is read back. Of what is later than a cohort nothing goes into a model that was trained through it,
 * nor into how it is judged there.
 */
public final class StalenessStudy {
    private static final int THREADS = 3;
    /** An area has no variance with fewer of an outcome. */
    private static final int LEAST = 2;

    private final SparkSession session;
    private final StalenessPlan plan;
    private final EarlierStaleness earlier;
    private final ModelFolder folder;
    private final Function<Set<Cohort>, Dataset<Row>> rowsOf;

    /** @param rowsOf the rows of some cohorts, among which may be others */
    StalenessStudy(
            SparkSession session,
            StalenessPlan plan,
            EarlierStaleness earlier,
            ModelFolder folder,
            Function<Set<Cohort>, Dataset<Row>> rowsOf) {
        this.session = Sessions.forSmallTables(session);
        this.plan = plan;
        this.earlier = earlier;
        this.folder = folder;
        this.rowsOf = rowsOf;
    }

    /** A study within a run. */
    public static StalenessStudy of(
            SparkSession session, MonitoredTable table, Profiled profiled, TableStore store, StalenessPlan plan) {
        String monitor = table.config().monitor();
        return new StalenessStudy(
                session,
                plan,
                EarlierStaleness.of(store, monitor, plan, profiled.reach()),
                new ModelFolder(session, table.config().output(), monitor),
                cohorts -> profiled.rowsOf(table, cohorts));
    }

    /** Every model on every later cohort, for each recipe. */
    public List<StoredStaleness> found() {
        NavigableSet<Cohort> taking = plan.windows().taking();
        List<StoredStaleness> found = new ArrayList<>();
        NavigableMap<Cohort, NavigableSet<Cohort>> open = new TreeMap<>();
        for (Cohort through : taking) {
            for (Cohort cohort : taking.tailSet(through, false)) {
                List<StoredStaleness> kept = earlier.kept(through, cohort);
                found.addAll(kept);
                if (kept.isEmpty()) {
                    open.computeIfAbsent(through, any -> new TreeSet<>()).add(cohort);
                    open.computeIfAbsent(taking.lower(cohort), any -> new TreeSet<>())
                            .add(cohort);
                }
            }
        }
        if (!open.isEmpty()) {
            found.addAll(found(open));
        }
        return found;
    }

    /** @param open what models have to be judged on, by the cohorts that they are trained through */
    private List<StoredStaleness> found(NavigableMap<Cohort, NavigableSet<Cohort>> open) {
        Set<Cohort> read = new TreeSet<>();
        open.forEach((through, cohorts) -> {
            read.addAll(cohorts);
            if (!isKept(through)) {
                plan.windows().window(through).forEach(one -> read.add(one.cohort()));
            }
        });
        List<LabelledCohort> drawn = plan.windows().cohorts().stream()
                .filter(one -> read.contains(one.cohort()))
                .toList();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try (OutcomeSample sample =
                OutcomeSample.of(rowsOf.apply(read), plan.applicants(), plan.columns(), plan.bad(), drawn)) {
            Map<Cohort, CompletableFuture<Judged>> freshest = new HashMap<>();
            open.values()
                    .forEach(cohorts -> cohorts.forEach(
                            cohort -> freshest.computeIfAbsent(cohort, any -> new CompletableFuture<>())));
            // The newest first: the freshest model of a cohort is never behind one that waits for it.
            List<CompletableFuture<List<StoredStaleness>>> found = open.descendingMap().entrySet().stream()
                    .map(one -> CompletableFuture.supplyAsync(
                            () -> found(one.getKey(), one.getValue(), sample, freshest), threads))
                    .toList();
            return found.stream().flatMap(future -> future.join().stream()).toList();
        } finally {
            threads.shutdownNow();
        }
    }

    private boolean isKept(Cohort through) {
        return earlier.hasModels(through) && folder.has(through, plan.trainedOn(through), plan.recipes());
    }

    /** What is found of the models that are trained through a cohort. */
    private List<StoredStaleness> found(
            Cohort through,
            NavigableSet<Cohort> cohorts,
            OutcomeSample sample,
            Map<Cohort, CompletableFuture<Judged>> freshest) {
        List<Cohort> first = cohorts.stream()
                .filter(cohort -> plan.windows().freshest(cohort).equals(Optional.of(through)))
                .toList();
        try {
            SparkSession.setActiveSession(session);
            Map<Cohort, Judged> judged = new HashMap<>();
            models(through, sample).judge(sample.of(cohorts)).forEach(one -> judged.put(one.cohort(), one));
            first.forEach(cohort -> freshest.get(cohort).complete(judged.get(cohort)));
            List<StoredStaleness> found = new ArrayList<>();
            for (Cohort cohort : cohorts) {
                Judged here = judged.get(cohort);
                // What is kept was only looked at for others to stand beside it.
                boolean isNew = earlier.kept(through, cohort).isEmpty();
                if (isNew && here != null && Math.min(here.bads(), here.bad().length - here.bads()) >= LEAST) {
                    Judged fresh = freshest.get(cohort).join();
                    plan.recipes().forEach(recipe -> found.add(figures(recipe, through, cohort, here, fresh)));
                }
            }
            return found;
        } catch (RuntimeException e) {
            first.forEach(cohort -> freshest.get(cohort).completeExceptionally(e));
            throw e;
        }
    }

    private RecipeModels models(Cohort through, OutcomeSample sample) {
        List<Feature> features = plan.applicants().features();
        if (isKept(through)) {
            return folder.load(through, features, plan.recipes());
        }
        Map<Cohort, Integer> trainedOn = plan.windows().drawn(through, plan.mostTrainedOn());
        RecipeModels models = RecipeModels.fit(
                session,
                features,
                plan.privacyFloor(),
                plan.recipes(),
                sample.of(trainedOn.keySet()).map(one -> one.first(trainedOn.get(one.cohort()))));
        folder.save(through, plan.trainedOn(through), models);
        return models;
    }

    private StoredStaleness figures(Recipe recipe, Cohort through, Cohort cohort, Judged here, Judged fresh) {
        Staleness figures = Staleness.of(
                recipe,
                through,
                cohort,
                here.bad(),
                here.probabilities().get(recipe),
                fresh.probabilities().get(recipe));
        return new StoredStaleness(figures, plan.trainedOn(through));
    }
}
