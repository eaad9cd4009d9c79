package io.tidemark.spark.joint;

import io.tidemark.cohort.Cohort;
import io.tidemark.cohort.Reference;
import io.tidemark.cohort.Reference.FixedWindow;
import io.tidemark.cohort.Reference.OtherTable;
import io.tidemark.cohort.Reference.Standing;
import io.tidemark.cohort.Window;
import io.tidemark.config.MonitorConfig;
import io.tidemark.feature.Feature;
import io.tidemark.model.Applicant;
import io.tidemark.model.ReweightedPerformance;
import io.tidemark.policy.CohortSummary;
import io.tidemark.shift.CohortShift;
import io.tidemark.shift.DomainModel;
import io.tidemark.shift.JointShift;
import io.tidemark.shift.Severity;
import io.tidemark.spark.history.Profiled;
import io.tidemark.spark.history.Reach;
import io.tidemark.spark.pass.PassPlan;
import io.tidemark.spark.pass.SamplePass;
import io.tidemark.spark.pass.SampledOutcomes;
import io.tidemark.spark.shift.SliceCourse;
import io.tidemark.spark.source.MonitoredTable;
import io.tidemark.spark.table.Sessions;
import io.tidemark.spark.table.TableStore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Cohorts as a whole, all features at once. Only cohorts that are new or changed are studied, and of many the newest: what earlier runs
 * have learned of the others is kept.
 */
public final class Together {
    /** How many cohorts a run studies at most: a first run may meet years of them, a later one meets one. */
    static final int MOST_STUDIED = 3;

    private static final int MOST_ROWS = 20_000;
    private static final String NOT_ASKED = "not asked for: together is none";
    private static final String GOES_ALONG = "the reference goes along with the cohort";
    private static final String TOO_FEW =
            "the cohort or the reference has fewer than " + JointStudy.LEAST_ROWS + " applicants";
    private static final String NOT_STUDIED = "a run studies the newest " + MOST_STUDIED
            + " of the cohorts that are new or changed, and this was not yet one of them";

    private final SparkSession session;
    private final MonitoredTable table;
    private final Profiled profiled;
    private final TableStore store;
    private final LocalDate asOf;

    public Together(SparkSession session, MonitoredTable table, Profiled profiled, TableStore store, LocalDate asOf) {
        this.session = Sessions.forSmallTables(session);
        this.table = table;
        this.profiled = profiled;
        this.store = store;
        this.asOf = asOf;
    }

    /**
     * What a run goes by.
     *
     * @param kept what still holds of what earlier runs have learned
     * @param cohorts to be studied now; empty where there are none
     * @param features that are looked at
     * @param samples of the reference and of those cohorts
     */
    public record Drawn(
            Map<Cohort, JointShift> kept, List<Cohort> cohorts, List<Feature> features, List<List<Applicant>> samples) {
        /** Where nothing was asked for, or the reference goes along with the cohorts. */
        static final Drawn NOTHING = new Drawn(Map.of(), List.of(), List.of(), List.of());
    }

    /**
     * Draws the samples that are learned from.
     *
     * @param decisive what cohorts are compared with
     * @param cohorts in the order of time
     * @param noFeatures columns that turned out to be none
     */
    public Drawn drawn(Reference decisive, List<CohortSummary> cohorts, Set<String> noFeatures) {
        if (config().together() == DomainModel.NONE || !(decisive instanceof Standing reference)) {
            return Drawn.NOTHING;
        }
        Map<Cohort, JointShift> kept = kept(reference);
        List<CohortSummary> chosen = chosen(reference, cohorts, kept.keySet());
        List<Feature> features = profiled.inModels(noFeatures);
        if (chosen.isEmpty()) {
            return new Drawn(kept, List.of(), features, List.of());
        }
        if (config().together() == DomainModel.TREES) {
            TaughtTrees.load();
        }
        boolean hasNumbers =
                features.stream().filter(feature -> feature.kind().isNumeric()).count() >= JointShift.LEAST_NUMBERS;
        CompletableFuture<Void> loading = hasNumbers
                ? CompletableFuture.runAsync(
                        () -> NumbersStudy.load(JavaSparkContext.fromSparkContext(session.sparkContext())))
                : CompletableFuture.completedFuture(null);
        List<List<Applicant>> samples = samples(reference, chosen, features);
        loading.join();
        return new Drawn(kept, chosen.stream().map(CohortSummary::cohort).toList(), features, samples);
    }

    /**
     * The shifts of the compared cohorts.
     *
     * @param decisive what they were compared with
     * @param cohorts in the order of time
     * @param population the course of all features together
     */
    public List<CohortShift> shifts(
            Reference decisive, List<CohortSummary> cohorts, Drawn drawn, Optional<SliceCourse> population) {
        Map<Cohort, JointShift> joint = new HashMap<>(drawn.kept());
        joint.putAll(studied(drawn));
        String reason = config().together() == DomainModel.NONE ? NOT_ASKED : NOT_STUDIED;
        if (!(decisive instanceof Standing)) {
            reason = GOES_ALONG;
        }
        List<CohortShift> shifts = new ArrayList<>();
        for (CohortSummary cohort : cohorts) {
            Cohort onset =
                    population.map(course -> course.at(cohort.cohort()).onset()).orElse(null);
            shifts.add(shift(decisive, cohort, joint.get(cohort.cohort()), reason, onset));
        }
        return shifts;
    }

    private MonitorConfig config() {
        return table.config();
    }

    private CohortShift shift(
            Reference reference, CohortSummary cohort, JointShift joint, String reason, Cohort onset) {
        Map<Severity, Long> features = new EnumMap<>(cohort.features());
        boolean isSmall = reference instanceof Standing standing && !isEnough(cohort, standing);
        String why = joint != null ? null : isSmall ? TOO_FEW : reason;
        return new CohortShift(cohort.cohort(), reference, cohort.rows(), features, cohort.alarms(), joint, why, onset);
    }

    /** What still holds of what earlier runs have learned. */
    private Map<Cohort, JointShift> kept(Standing reference) {
        Reach reach = profiled.reach();
        if (reach.isWhole() || reach.isReferenceTouched()) {
            return Map.of();
        }
        Map<Cohort, JointShift> kept =
                StoredJointShifts.of(store, config().monitor(), reference, config().together(), config().granularity());
        kept.keySet().removeIf(cohort -> reach.cohorts().contains(cohort));
        config().outcomes().champion().ifPresent(champion -> {
            Map<Cohort, ReweightedPerformance> reweighted =
                    StoredReweighted.of(store, config().monitor(), champion.name(), config().granularity());
            kept.replaceAll((cohort, joint) -> joint.with(Optional.ofNullable(reweighted.get(cohort))));
        });
        return kept;
    }

    /** The newest of those that are new or changed, and the newest of all in any case. */
    private List<CohortSummary> chosen(Standing reference, List<CohortSummary> cohorts, Set<Cohort> kept) {
        Reach reach = profiled.reach();
        Cohort newest = cohorts.get(cohorts.size() - 1).cohort();
        return cohorts.stream()
                .filter(cohort -> !kept.contains(cohort.cohort()))
                .filter(cohort -> reach.isWhole()
                        || reach.isReferenceTouched()
                        || reach.cohorts().contains(cohort.cohort())
                        || cohort.cohort().equals(newest))
                .filter(cohort -> isEnough(cohort, reference))
                .sorted(Comparator.comparing(CohortSummary::cohort).reversed())
                .limit(MOST_STUDIED)
                .toList();
    }

    private boolean isEnough(CohortSummary cohort, Standing reference) {
        long referenceRows = profiled.facts().standingRows().get(reference.id());
        return Math.min(cohort.rows(), referenceRows) >= JointStudy.LEAST_ROWS;
    }

    private static OptionalDouble spread(Collection<JointShift> kept) {
        return kept.stream().mapToDouble(joint -> joint.domain().spread()).findFirst();
    }

    private Map<Cohort, JointShift> studied(Drawn drawn) {
        Map<Cohort, JointShift> studied = new HashMap<>();
        if (drawn.cohorts().isEmpty()) {
            return studied;
        }
        ExecutorService threads = Executors.newFixedThreadPool(DomainClassifier.MOST_FOLDS + NumbersStudy.THREADS);
        try {
            DomainModel model = config().together();
            JointStudy study = new JointStudy(
                    session,
                    drawn.features(),
                    new DomainClassifier(model, threads),
                    model,
                    drawn.samples().get(0),
                    spread(drawn.kept().values()),
                    threads);
            for (int i = 0; i < drawn.cohorts().size(); i++) {
                studied.put(drawn.cohorts().get(i), study.shift(drawn.samples().get(i + 1)));
            }
            return studied;
        } finally {
            // All has been joined, but after a failure: then what is still being learned is not wanted.
            threads.shutdownNow();
        }
    }

    /** Samples of the reference and of the cohorts. */
    private List<List<Applicant>> samples(Standing reference, List<CohortSummary> cohorts, List<Feature> features) {
        PassPlan plan = new PassPlan(
                features, List.of(), profiled.plan().calendar(), profiled.plan().lastDay());
        SamplePass pass = new SamplePass(plan, config().columns(), MOST_ROWS);
        List<SamplePass.Group> groups = new ArrayList<>();
        List<List<Applicant>> samples = new ArrayList<>();
        long referenceRows = profiled.facts().standingRows().get(reference.id());
        List<Window> windows = new ArrayList<>();
        if (reference instanceof FixedWindow window) {
            groups.add(new SamplePass.Group(window.span(), config().quarantine(), referenceRows));
            windows.add(window.span());
        } else {
            samples.add(pass.ofAll(table.references().get((OtherTable) reference), referenceRows));
        }
        cohorts.forEach(
                cohort -> groups.add(new SamplePass.Group(cohort.cohort().window(), List.of(), cohort.rows())));
        Dataset<Row> scored = table.scoring().scored(rowsOf(windows, cohorts));
        samples.addAll(pass.of(scored, groups, SampledOutcomes.of(config(), asOf)));
        return samples;
    }

    /** The rows of some days and cohorts; others may be among them. */
    private Dataset<Row> rowsOf(List<Window> windows, List<CohortSummary> cohorts) {
        Set<Cohort> wanted = Stream.concat(
                        cohorts.stream().map(CohortSummary::cohort),
                        profiled.facts().rowsPerCohort().keySet().stream()
                                .filter(cohort -> windows.stream().anyMatch(cohort.window()::overlaps)))
                .collect(Collectors.toSet());
        return profiled.rowsOf(table, wanted);
    }
}
