package io.tidemark.spark.staleness;

import io.tidemark.cohort.Cohort;
import io.tidemark.feature.Feature;
import io.tidemark.model.AgeingModel;
import io.tidemark.model.LabelledCohort;
import io.tidemark.model.Recipe;
import io.tidemark.model.ScoredOutcomes;
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
import java.util.Objects;
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
 * one, as it is and as it would be with its level refitted on the way.
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

    /**
     * What is wanted of the models that are trained through a cohort.
     *
     * @param kept what was found earlier and still holds: all on the cohorts up to some, since how a refitted model does depends on cohorts between
     * @param open the later cohorts
     * @param judged those that the models have to judge: the open ones, the one before each, and those that they are the freshest for
     */
    private record Wanted(List<StoredStaleness> kept, NavigableSet<Cohort> open, NavigableSet<Cohort> judged) {}

    /** Every model on every later cohort, for each recipe. */
    public List<StoredStaleness> found() {
        NavigableSet<Cohort> taking = plan.windows().taking();
        NavigableMap<Cohort, Wanted> wanted = new TreeMap<>();
        taking.forEach(through -> wanted.put(through, wanted(through, taking.tailSet(through, false))));
        wanted.values().stream()
                .flatMap(one -> one.open().stream())
                .distinct()
                .forEach(cohort -> wanted.get(taking.lower(cohort)).judged().add(cohort));
        List<StoredStaleness> found = new ArrayList<>();
        wanted.values().forEach(one -> found.addAll(one.kept()));
        wanted.values().removeIf(one -> one.judged().isEmpty());
        if (!wanted.isEmpty()) {
            found.addAll(found(wanted));
        }
        return found;
    }

    private Wanted wanted(Cohort through, NavigableSet<Cohort> later) {
        List<StoredStaleness> kept = new ArrayList<>();
        NavigableSet<Cohort> open = new TreeSet<>();
        for (Cohort cohort : later) {
            List<StoredStaleness> known = open.isEmpty() ? earlier.kept(through, cohort) : List.of();
            kept.addAll(known);
            if (known.isEmpty()) {
                open.add(cohort);
            }
        }
        NavigableSet<Cohort> judged = new TreeSet<>(open);
        open.stream().map(later::lower).filter(Objects::nonNull).forEach(judged::add);
        return new Wanted(kept, open, judged);
    }

    /** @param wanted by the cohorts that models are trained through */
    private List<StoredStaleness> found(NavigableMap<Cohort, Wanted> wanted) {
        Set<Cohort> read = new TreeSet<>();
        wanted.forEach((through, one) -> {
            read.addAll(one.judged());
            if (!isKept(through)) {
                plan.windows().window(through).forEach(trained -> read.add(trained.cohort()));
            }
        });
        List<LabelledCohort> drawn = plan.windows().cohorts().stream()
                .filter(one -> read.contains(one.cohort()))
                .toList();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try (OutcomeSample sample =
                OutcomeSample.of(rowsOf.apply(read), plan.applicants(), plan.columns(), plan.bad(), drawn)) {
            Map<Cohort, CompletableFuture<Judged>> freshest = new HashMap<>();
            wanted.values()
                    .forEach(one -> one.open()
                            .forEach(cohort -> freshest.computeIfAbsent(cohort, any -> new CompletableFuture<>())));
            // The newest first: the freshest model of a cohort is never behind one that waits for it.
            List<CompletableFuture<List<StoredStaleness>>> found = wanted.descendingMap().entrySet().stream()
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
            Cohort through, Wanted wanted, OutcomeSample sample, Map<Cohort, CompletableFuture<Judged>> freshest) {
        List<Cohort> first = wanted.judged().stream()
                .filter(cohort -> freshest.containsKey(cohort)
                        && plan.windows().freshest(cohort).equals(Optional.of(through)))
                .toList();
        try {
            SparkSession.setActiveSession(session);
            Map<Cohort, Judged> judged = new HashMap<>();
            models(through, sample).judge(sample.of(wanted.judged())).forEach(one -> judged.put(one.cohort(), one));
            first.forEach(cohort -> freshest.get(cohort).complete(judged.get(cohort)));
            List<StoredStaleness> found = new ArrayList<>();
            for (Recipe recipe : plan.recipes()) {
                AgeingModel model = new AgeingModel(
                        recipe,
                        through,
                        wanted.kept().stream().map(StoredStaleness::figures).toList());
                for (Cohort cohort : wanted.open()) {
                    Judged here = judged.get(cohort);
                    if (here != null && Math.min(here.bads(), here.bad().length - here.bads()) >= LEAST) {
                        Optional<ScoredOutcomes> before =
                                plan.windows().freshest(cohort).map(judged::get).map(one -> one.by(recipe));
                        double[] fresh =
                                freshest.get(cohort).join().probabilities().get(recipe);
                        found.add(new StoredStaleness(
                                model.on(cohort, here.by(recipe), fresh, before), plan.trainedOn(through)));
                    }
                }
            }
            return found;
        } catch (Throwable e) {
            // Spark also throws what it does not declare, and those who wait must hear of it.
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
}
