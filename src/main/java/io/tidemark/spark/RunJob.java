package io.tidemark.spark;

import io.tidemark.Version;
import io.tidemark.cohort.Calendar;
import io.tidemark.cohort.Cohort;
import io.tidemark.config.MonitorConfig;
import io.tidemark.config.MonitorReading;
import io.tidemark.incident.DataIncident;
import io.tidemark.incident.Incidents;
import io.tidemark.policy.CohortSummary;
import io.tidemark.policy.Recommendation;
import io.tidemark.policy.ShiftEvidence;
import io.tidemark.policy.ShiftPolicy;
import io.tidemark.problem.Problems;
import io.tidemark.problem.UserMistake;
import io.tidemark.report.RunReport;
import io.tidemark.shift.Judge;
import io.tidemark.shift.JudgedShift;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import scala.Tuple2;

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
            return run(table, new Writing(store, run, start(table, startedAt)), kept);
        } finally {
            kept.forEach(rdd -> rdd.unpersist(false));
        }
    }

    private RunReport run(MonitoredTable table, Writing writing, List<JavaRDD<?>> kept) {
        MonitorConfig config = table.config();
        Calendar calendar = new Calendar(config.granularity(), config.reference());
        PassPlan plan = new PassPlan(
                table.selection().features(),
                config.columns().segments(),
                calendar,
                config.asOf().orElse(LocalDate.MAX));
        JavaRDD<ColumnProfiles> profiles = keep(kept, pass(table, plan));
        TableFacts facts = stages.time(
                "profile",
                "profiling " + plan.features().size() + " features of "
                        + config.source().shown(),
                () -> facts(profiles, plan));
        facts.check(config, calendar);
        LocalDate asOf =
                config.asOf().orElse(facts.rowsPerCohort().lastKey().window().to());

        writing.begin(asOf);
        try {
            JavaRDD<FeatureResult> results = keep(kept, study(profiles, plan, config));
            JavaRDD<JudgedCohort> judged = keep(kept, judge(results, config));
            List<DataIncident> tableIncidents = tableIncidents(facts, calendar, asOf);
            Findings findings = stages.time(
                    "study",
                    "comparing " + facts.compared(calendar).size() + " cohorts with "
                            + config.reference().id(),
                    () -> Findings.collect(results, judged, tableIncidents));
            if (findings.cohorts().isEmpty()) {
                throw new UserMistake(Problems.noFeatures(findings.leftOut().keySet()));
            }
            Recommendation recommendation = recommend(config, facts, asOf, findings);
            Map<String, String> leftOut = new LinkedHashMap<>(table.selection().leftOut());
            leftOut.putAll(findings.leftOut());
            JavaRDD<DataIncident> incidents = results.flatMap(
                            result -> result.incidents().iterator())
                    .union(context().parallelize(tableIncidents, 1));
            stages.time("write", "writing the tables to " + config.output(), () -> {
                writing.write(results, judged, incidents, recommendation);
                return true;
            });
            writing.complete(clock.instant(), facts, leftOut, stages.durations());
            return new RunReport(
                    config.monitor(),
                    recommendation,
                    config.reference(),
                    facts.rows(),
                    facts.referenceRows(),
                    findings.cohorts(),
                    leftOut,
                    facts.remarks(config.columns().time(), asOf),
                    config.output());
        } catch (RuntimeException e) {
            writing.fail(clock.instant(), e);
            throw e;
        }
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
                Sources.identity(session, config.source(), table.rows()));
    }

    private JavaRDD<ColumnProfiles> pass(MonitoredTable table, PassPlan plan) {
        ProfilePass pass = new ProfilePass(plan, table.config().columns());
        JavaPairRDD<PartialKey, byte[]> partials = pass.over(table.rows());
        if (table.referenceRows().isPresent()) {
            partials = partials.union(pass.overReference(table.referenceRows().get()));
        }
        int partitions = Math.min(plan.counted(), 4 * context().defaultParallelism());
        return pass.merged(partials, partitions);
    }

    private static TableFacts facts(JavaRDD<ColumnProfiles> profiles, PassPlan plan) {
        Map<Integer, ColumnProfiles> found =
                profiles.filter(column -> !plan.isFeature(column.column())).collect().stream()
                        .collect(Collectors.toMap(ColumnProfiles::column, column -> column));
        ColumnProfiles none = new ColumnProfiles(plan.label(), Map.of());
        return TableFacts.of(
                found.getOrDefault(plan.label(), none), found.getOrDefault(plan.timeText(), none), plan.calendar());
    }

    private static JavaRDD<FeatureResult> study(JavaRDD<ColumnProfiles> profiles, PassPlan plan, MonitorConfig config) {
        Set<String> asked = new HashSet<>(config.columns().features());
        asked.addAll(config.columns().kinds().keySet());
        StudyPlan study = new StudyPlan(
                plan, config.reference(), config.binRule(), config.smoothing(), config.privacyFloor(), asked);
        long privacyFloor = config.privacyFloor();
        Calendar calendar = plan.calendar();
        return profiles.filter(column -> plan.isFeature(column.column()))
                .map(column -> ColumnHistory.of(column, calendar, privacyFloor))
                .map(new FeatureTask(study));
    }

    private static JavaRDD<JudgedCohort> judge(JavaRDD<FeatureResult> results, MonitorConfig config) {
        Judge judge = new Judge(config.thresholds());
        return results.flatMap(result -> result.shifts().iterator())
                .mapToPair(shift -> new Tuple2<>(new Tuple2<>(shift.cohort(), shift.slice()), shift))
                .groupByKey()
                .map(cohort -> JudgedCohort.of(cohort._1()._1(), cohort._1()._2(), cohort._2(), judge));
    }

    /** Volume incidents of the compared cohorts; one that is not over yet is not expected to be full. */
    private static List<DataIncident> tableIncidents(TableFacts facts, Calendar calendar, LocalDate asOf) {
        List<Cohort> compared = facts.compared(calendar);
        return Incidents.ofTable(facts.rowsPerCohort()).stream()
                .filter(incident -> compared.contains(incident.cohort()))
                .filter(incident -> !incident.cohort().window().to().isAfter(asOf))
                .toList();
    }

    private static Recommendation recommend(MonitorConfig config, TableFacts facts, LocalDate asOf, Findings findings) {
        List<CohortSummary> cohorts = findings.cohorts();
        List<JudgedShift> largest = findings.largest();
        return ShiftPolicy.recommend(new ShiftEvidence(
                asOf,
                config.reference(),
                facts.referenceRows(),
                cohorts,
                largest,
                findings.newestIncidents(),
                config.thresholds(),
                new ShiftEvidence.KnownColumns(
                        config.columns().label(), config.columns().score())));
    }

    private JavaSparkContext context() {
        return JavaSparkContext.fromSparkContext(session.sparkContext());
    }
}
