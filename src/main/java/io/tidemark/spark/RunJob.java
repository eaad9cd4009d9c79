package io.tidemark.spark;

import io.tidemark.Version;
import io.tidemark.cohort.Calendar;
import io.tidemark.cohort.Cohort;
import io.tidemark.cohort.Reference;
import io.tidemark.config.MonitorConfig;
import io.tidemark.config.MonitorReading;
import io.tidemark.incident.Accepted;
import io.tidemark.incident.DataIncident;
import io.tidemark.incident.Incidents;
import io.tidemark.policy.Recommendation;
import io.tidemark.problem.Problems;
import io.tidemark.problem.UserMistake;
import io.tidemark.report.RunReport;
import io.tidemark.shift.CohortSeries;
import io.tidemark.shift.CohortShift;
import io.tidemark.shift.Judge;
import io.tidemark.shift.JudgedShift;
import io.tidemark.spark.history.ProfileSettings;
import io.tidemark.spark.history.Profiled;
import io.tidemark.spark.history.Profiling;
import io.tidemark.spark.joint.Together;
import io.tidemark.spark.outcome.OutcomeStudy;
import io.tidemark.spark.output.RunRecord;
import io.tidemark.spark.shift.Findings;
import io.tidemark.spark.shift.Judging;
import io.tidemark.spark.shift.KeptResult;
import io.tidemark.spark.shift.OutcomePlan;
import io.tidemark.spark.shift.SliceCourse;
import io.tidemark.spark.shift.StudyPlan;
import io.tidemark.spark.source.MonitoredTable;
import io.tidemark.spark.source.Sources;
import io.tidemark.spark.source.TableFacts;
import io.tidemark.spark.table.RunId;
import io.tidemark.spark.table.TableStore;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;

/**
 * The main job, in its order: open, pass, study, judge, recommend, write.
 *
 * <p>Until the tables are written nothing is changed; then they are written side by side, and the run is COMPLETE when all of them are.
 */
public final class RunJob {
    private final SparkSession session;
    private final Clock clock;
    private final Stages stages;

    public RunJob(SparkSession session, Clock clock, PrintStream progress) {
        this.session = session;
        this.clock = clock;
        this.stages = new Stages(progress);
    }

    /**
     * Runs a monitor.
     *
     * @throws UserMistake if the user must mend something first; nothing is written then
     */
    public RunReport run(MonitorReading reading) {
        Instant startedAt = clock.instant();
        MonitoredTable table = stages.time("open", "opening the input", () -> MonitoredTable.open(session, reading));
        MonitorConfig config = table.config();
        TableStore store = new TableStore(session, config.output());
        store.checkWritable();
        RunId run = new RunId(config.monitor(), UUID.randomUUID().toString());
        List<JavaRDD<?>> kept = new ArrayList<>();
        try {
            RunRecord.Start start = start(table, startedAt);
            Profiling profiling = new Profiling(context(), table, store, start.profileSettings(), kept);
            return run(table, profiling, store, new Writing(store, run, start), kept);
        } finally {
            kept.forEach(rdd -> rdd.unpersist(false));
        }
    }

    private RunReport run(
            MonitoredTable table, Profiling profiling, TableStore store, Writing writing, List<JavaRDD<?>> kept) {
        MonitorConfig config = table.config();
        Profiled profiled = stages.time(
                "profile",
                "profiling " + table.selection().features().size() + " features of "
                        + config.source().shown(),
                profiling::profiles);
        TableFacts facts = profiled.facts();
        Calendar calendar = profiled.plan().calendar();
        Reference decisive = calendar.references().get(0);
        facts.check(config);
        LocalDate asOf =
                config.asOf().orElse(facts.rowsPerCohort().lastKey().window().to());

        config.decision().checkAccepted(asOf);
        writing.begin(asOf);
        try {
            Optional<OutcomeStudy> outcomes = config.outcomes().isKnown()
                    ? Optional.of(stages.time(
                            "outcomes",
                            "reading outcomes and scores",
                            () -> ModelStudy.outcomes(table, profiled, store, asOf, kept)))
                    : Optional.empty();
            JavaRDD<KeptResult> results = keep(
                    kept,
                    study(profiled, config, outcomes.map(OutcomeStudy::plan).orElse(null)));
            Judge judge = new Judge(config.thresholds());
            // Not kept: Spark's estimate of its size in memory takes longer than to tell it anew from the results.
            JavaRDD<JudgedShift> judged =
                    new Judging(judge, config.alarms(), calendar, config.importance()).of(results);
            Accepted accepted = config.decision().accepted();
            JavaRDD<DataIncident> incidents = results.flatMap(
                            result -> accepted.marked(result.incidents()).iterator())
                    .union(context().parallelize(accepted.marked(tableIncidents(facts, decisive, asOf)), 1));
            Findings findings = stages.time(
                    "study",
                    "comparing " + facts.compared(decisive).size() + " cohorts with " + said(calendar.references()),
                    () -> Findings.collect(results, judged, decisive, incidents, judge));
            if (findings.cohorts().isEmpty()) {
                throw new UserMistake(Problems.noFeatures(findings.leftOut().keySet()));
            }
            List<CohortShift> together = together(
                    new Together(session, table, profiled, store, asOf),
                    findings,
                    decisive,
                    population(results, facts, decisive));
            Optional<ModelResults> models = outcomes.map(known -> stages.time(
                    "models",
                    "judging models by outcomes",
                    () -> new ModelStudy(session, table, profiled, store, kept)
                            .results(known, findings)
                            .reweighted(together)));
            Recommendation recommendation = new Deciding(config, facts, asOf, findings).recommend(models);
            Map<String, String> leftOut = new LinkedHashMap<>(table.selection().leftOut());
            leftOut.putAll(profiled.leftOut());
            leftOut.putAll(findings.leftOut());
            stages.time("write", "writing the tables to " + config.output(), () -> {
                writing.write(results, judged, together, incidents, recommendation, models, profiled.reach());
                return true;
            });
            writing.complete(clock.instant(), profiled, leftOut, stages.durations());
            return new RunReport(
                    config.monitor(),
                    recommendation,
                    facts.rows(),
                    facts.referenceRows(decisive, recommendation.cohort()),
                    findings.cohorts(),
                    together.get(together.size() - 1).sentence().stream().toList(),
                    leftOut,
                    new Remarks(profiled, config, asOf, findings, models).sentences(),
                    config.output());
        } catch (RuntimeException e) {
            writing.fail(clock.instant(), e);
            throw e;
        }
    }

    private List<CohortShift> together(
            Together together, Findings findings, Reference decisive, Optional<SliceCourse> population) {
        Together.Drawn drawn = stages.time(
                "sample",
                "drawing samples of applicants",
                () -> together.drawn(
                        decisive, findings.cohorts(), findings.leftOut().keySet()));
        return stages.time(
                "together",
                "looking at all features at once",
                () -> together.shifts(decisive, findings.cohorts(), drawn, population));
    }

    private static String said(List<Reference> references) {
        return references.stream().map(Reference::id).collect(Collectors.joining(", "));
    }

    /** The course of all features together; empty where the reference goes along with the cohort. */
    private static Optional<SliceCourse> population(JavaRDD<KeptResult> results, TableFacts facts, Reference decisive) {
        JavaRDD<CohortSeries> series = results.flatMap(result -> result.series().iterator());
        if (series.isEmpty()) {
            return Optional.empty();
        }
        List<Cohort> cohorts = List.copyOf(facts.rowsPerCohort().keySet());
        return Optional.of(SliceCourse.of(cohorts, series.treeReduce(CohortSeries::plus), decisive, facts.calendar()));
    }

    private static <T> JavaRDD<T> keep(List<JavaRDD<?>> kept, JavaRDD<T> rdd) {
        kept.add(rdd.persist(StorageLevel.MEMORY_AND_DISK()));
        return rdd;
    }

    private RunRecord.Start start(MonitoredTable table, Instant startedAt) {
        MonitorConfig config = table.config();
        return new RunRecord.Start(
                startedAt,
                config.document(),
                DigestUtils.sha256Hex(config.document()),
                Version.text(),
                session.version(),
                config.source().format(),
                config.source().shown(),
                ProfileSettings.hash(table),
                Sources.identity(session, config.source(), table.source()));
    }

    private static JavaRDD<KeptResult> study(Profiled profiled, MonitorConfig config, OutcomePlan outcomes) {
        Set<String> asked = new HashSet<>(config.columns().features());
        asked.addAll(config.columns().kinds().keySet());
        return profiled.histories()
                .map(new FeatureTask(new StudyPlan(
                        profiled.plan(),
                        config.binRule(),
                        config.smoothing(),
                        config.privacyFloor(),
                        outcomes,
                        asked)));
    }

    /** Volume incidents of the compared cohorts; one that is not over yet is not expected to be full. */
    private static List<DataIncident> tableIncidents(TableFacts facts, Reference decisive, LocalDate asOf) {
        Set<Cohort> compared = facts.compared(decisive);
        return Incidents.ofTable(facts.rowsPerCohort()).stream()
                .filter(incident -> compared.contains(incident.cohort()))
                .filter(incident -> !incident.cohort().window().to().isAfter(asOf))
                .toList();
    }

    private JavaSparkContext context() {
        return JavaSparkContext.fromSparkContext(session.sparkContext());
    }
}
