package io.tidemark.spark.outcome;

import io.tidemark.cohort.Cohort;
import io.tidemark.cohort.Maturity;
import io.tidemark.cohort.Maturity.OutcomeDate;
import io.tidemark.cohort.Maturity.Ripeness;
import io.tidemark.config.MonitorConfig;
import io.tidemark.config.OutcomeConfig;
import io.tidemark.model.RecalibrationGain;
import io.tidemark.model.ScoredModel;
import io.tidemark.model.ScoredOutcomes;
import io.tidemark.spark.pass.PassPlan;
import io.tidemark.spark.shift.OutcomePlan;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import scala.Tuple2;

/** What is known of outcomes: which cohorts are mature, and how the models did on them. */
public final class OutcomeStudy {
    private final MonitorConfig config;
    private final OutcomeReach reach;
    private final JavaPairRDD<Cohort, CohortScores> scores;
    private final Map<Cohort, Counts> counts;
    private final SortedMap<Cohort, Ripeness> ripeness;

    private OutcomeStudy(
            MonitorConfig config,
            OutcomeReach reach,
            JavaPairRDD<Cohort, CohortScores> scores,
            Map<Cohort, Counts> counts,
            SortedMap<Cohort, Ripeness> ripeness) {
        this.config = config;
        this.reach = reach;
        this.scores = scores;
        this.counts = counts;
        this.ripeness = ripeness;
    }

    /**
     * Reads outcomes and scores, of no more cohorts than has to be.
     *
     * @param rowsPerCohort the cohorts that the table has
     * @param earlier what is known already
     * @param applicants of some cohorts, with their scores; others may be among them
     * @param kept takes what is to be released when the run ends
     */
    public static OutcomeStudy of(
            MonitorConfig config,
            PassPlan plan,
            SortedMap<Cohort, Long> rowsPerCohort,
            LocalDate asOf,
            EarlierOutcomes earlier,
            Function<Set<Cohort>, Dataset<Row>> applicants,
            List<JavaRDD<?>> kept) {
        OutcomeReach reach = OutcomeReach.of(config, rowsPerCohort, asOf, earlier);
        JavaPairRDD<Cohort, CohortScores> scores = OutcomePass.of(config, asOf)
                .cohorts(config, applicants.apply(reach.read()), plan, asOf, reach.read())
                .persist(StorageLevel.MEMORY_AND_DISK());
        kept.add(scores.values());
        Map<Cohort, Counts> counts = new HashMap<>(scores.mapValues(Counts::of).collectAsMap());
        reach.kept().forEach((cohort, found) -> counts.put(cohort, found.counts()));
        Maturity maturity = config.outcomes().maturity();
        SortedMap<Cohort, Ripeness> ripeness = new TreeMap<>();
        rowsPerCohort
                .keySet()
                .forEach(cohort -> ripeness.put(
                        cohort,
                        ripeness(maturity.of(cohort, asOf), counts.getOrDefault(cohort, Counts.NONE), maturity)));
        return new OutcomeStudy(config, reach, scores, counts, ripeness);
    }

    /**
     * As the time that has gone by says or, where outcomes have days of their own, as these say. A cohort of which no outcome at all is known is
     * not mature, whatever the time.
     */
    private static Ripeness ripeness(Ripeness byTime, Counts counts, Maturity maturity) {
        if (counts.labelled() == 0) {
            return Ripeness.IMMATURE;
        }
        return maturity instanceof OutcomeDate && counts.later() > 0 ? Ripeness.PARTLY_MATURE : byTime;
    }

    public SortedMap<Cohort, Ripeness> ripeness() {
        return ripeness;
    }

    /** Which outcomes count; null where there is no label. */
    public OutcomePlan plan() {
        OutcomeConfig outcomes = config.outcomes();
        return outcomes.hasLabel() ? new OutcomePlan(outcomes.label(), outcomes.bad(), mature()) : null;
    }

    /** The cohorts of which all outcomes are known. */
    public Set<Cohort> mature() {
        return ripeness.entrySet().stream()
                .filter(entry -> entry.getValue() == Ripeness.MATURE)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /**
     * Outcomes of each cohort.
     *
     * @param labelled how many are known
     * @param bads how many of them are bad
     * @param later how many are to come
     */
    public record Counts(long labelled, long bads, long later) implements Serializable {
        private static final Counts NONE = new Counts(0, 0, 0);

        private static Counts of(CohortScores scores) {
            long bads = scores.count(CohortScores.BAD);
            return new Counts(bads + scores.count(CohortScores.GOOD), bads, scores.count(CohortScores.LATER));
        }
    }

    /** The outcomes that are known, by cohort. */
    public Map<Cohort, Counts> counts() {
        return counts;
    }

    /**
     * How models did.
     *
     * @param performances by cohort, slice and model, without those that are kept
     * @param comparisons by cohort and challenger, likewise
     * @param gains what refitting the champion's level on the two mature cohorts before would have done for each, likewise
     * @param references what they did on the reference
     * @param warnings what speaks against estimates where outcomes are to come
     * @param kept how the champion did on the other cohorts: what an earlier run found out and still holds
     */
    public record Judged(
            JavaRDD<ModelPerformance> performances,
            JavaRDD<ComparedModels> comparisons,
            JavaPairRDD<Cohort, RecalibrationGain> gains,
            List<ModelReference> references,
            Map<ModelSlice, String> warnings,
            List<ChampionFigures> kept) {}

    /** Judges every model on the cohorts that are not kept; what its scores are measured by is learned from the reference, or was. */
    public Judged judged() {
        List<ScoredModel> models = config.outcomes().models();
        PerformanceStudy study = warned(gauged(models));
        Map<Cohort, Ripeness> ripe = new TreeMap<>(ripeness);
        Set<Cohort> judged = new TreeSet<>(reach.judged());
        JavaPairRDD<Cohort, CohortScores> open = scores.filter(cohort -> judged.contains(cohort._1()));
        return new Judged(
                open.flatMap(cohort -> study.performances(cohort._1(), ripe.get(cohort._1()), cohort._2())
                        .iterator()),
                open.flatMap(cohort -> study.comparisons(cohort._1(), ripe.get(cohort._1()), cohort._2())
                        .iterator()),
                gains(study),
                study.references(),
                study.warnings(),
                kept(study.isWarned()));
    }

    /** The estimates hold as before; whether they are to be relied on is seen anew. */
    private List<ChampionFigures> kept(boolean isWarned) {
        return reach.kept().values().stream()
                .map(EarlierOutcomes.OfCohort::champion)
                .map(champion -> isWarned ? champion.notEstimated() : champion)
                .toList();
    }

    /** In one task as well: would the estimates for cohorts whose outcomes are to come have held in the last one whose outcomes are known? */
    private PerformanceStudy warned(PerformanceStudy study) {
        Optional<Cohort> newest = mature().stream().max(Comparator.naturalOrder());
        return newest.flatMap(cohort -> scores
                        .filter(one -> one._1().equals(cohort))
                        .mapValues(applicants -> study.warnedBy(cohort, applicants))
                        .values()
                        .collect()
                        .stream()
                        .findFirst())
                .orElse(study);
    }

    private JavaPairRDD<Cohort, RecalibrationGain> gains(PerformanceStudy study) {
        Map<Cohort, List<Cohort>> wantedBy = wantedBy();
        return scores.filter(cohort -> wantedBy.containsKey(cohort._1()))
                .flatMapToPair(cohort -> {
                    ChampionScores champion = new ChampionScores(
                            cohort._1(),
                            cohort._2().labelled(cohort._2().everybody()).by(0));
                    return wantedBy.get(cohort._1()).stream()
                            .map(wanting -> new Tuple2<>(wanting, champion))
                            .iterator();
                })
                .groupByKey()
                .mapToPair(cohort -> new Tuple2<>(cohort._1(), study.gain(cohort._1(), inTime(cohort._2()))))
                .filter(cohort -> cohort._2().known().isPresent())
                .mapValues(gain -> gain.known().orElseThrow());
    }

    /**
     * The cohorts that a mature cohort's outcomes are wanted for, of those that are judged: itself, and the two mature ones that follow it. None without
     * a model.
     */
    private Map<Cohort, List<Cohort>> wantedBy() {
        List<Cohort> mature = config.outcomes().models().isEmpty()
                ? List.of()
                : mature().stream().sorted().toList();
        Map<Cohort, List<Cohort>> wantedBy = new TreeMap<>();
        for (int i = 0; i < mature.size(); i++) {
            int to = Math.min(mature.size(), i + 1 + OutcomeReach.REFITTED_ON);
            List<Cohort> wanting = mature.subList(i, to).stream()
                    .filter(reach.judged()::contains)
                    .toList();
            if (!wanting.isEmpty()) {
                wantedBy.put(mature.get(i), wanting);
            }
        }
        return wantedBy;
    }

    /** As an earlier run has learned it; else in one task, so that the driver gets what was learned and not the applicants. */
    private PerformanceStudy gauged(List<ScoredModel> models) {
        GaugeCohorts gaugeCohorts =
                GaugeCohorts.among(config.outcomes().hasLabel() ? mature() : ripeness.keySet(), config.calendar());
        String measuredBy = gaugeCohorts.measuredBy(config);
        Set<Cohort> learned = gaugeCohorts.cohorts();
        Set<String> protectedKeys = config.outcomes().protectedKeys();
        if (!reach.references().isEmpty()) {
            return PerformanceStudy.of(models, protectedKeys, learned, reach.references());
        }
        int keys = config.columns().segments().size();
        return scores
                .filter(cohort -> learned.contains(cohort._1()))
                .mapToPair(cohort -> new Tuple2<>(true, cohort._2()))
                .groupByKey(1)
                .mapValues(cohorts -> PerformanceStudy.of(
                        models, protectedKeys, learned, measuredBy, together(cohorts, models.size(), keys)))
                .values()
                .collect()
                .stream()
                .findFirst()
                .orElseGet(() -> PerformanceStudy.of(
                        models, protectedKeys, learned, measuredBy, new CohortScores(models.size(), keys)));
    }

    /** Into new columns, since the cohorts' own are kept. */
    private static CohortScores together(Iterable<CohortScores> cohorts, int models, int keys) {
        CohortScores all = new CohortScores(models, keys);
        cohorts.forEach(all::plus);
        return all.inOrder();
    }

    /** Applicants of a cohort whose outcomes are known, with the scores of the champion. */
    record ChampionScores(Cohort cohort, ScoredOutcomes outcomes) implements Serializable {}

    private static List<ChampionScores> inTime(Iterable<ChampionScores> cohorts) {
        return StreamSupport.stream(cohorts.spliterator(), false)
                .sorted(Comparator.comparing(ChampionScores::cohort))
                .toList();
    }
}
