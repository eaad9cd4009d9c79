package io.tidemark.spark;

import io.tidemark.cohort.Calendar;
import io.tidemark.cohort.Cohort;
import io.tidemark.cohort.Slice;
import io.tidemark.config.MonitorConfig;
import io.tidemark.config.OutcomeConfig;
import io.tidemark.model.Estimate;
import io.tidemark.model.LabelledCohort;
import io.tidemark.model.RecalibrationGain;
import io.tidemark.model.ScoredModel;
import io.tidemark.model.TrailingWindows;
import io.tidemark.shift.DomainModel;
import io.tidemark.shift.JudgedShift;
import io.tidemark.spark.history.Profiled;
import io.tidemark.spark.history.Reach;
import io.tidemark.spark.outcome.ChampionFigures;
import io.tidemark.spark.outcome.EarlierOutcomes;
import io.tidemark.spark.outcome.ModelPerformance;
import io.tidemark.spark.outcome.ModelSlice;
import io.tidemark.spark.outcome.OutcomeStudy;
import io.tidemark.spark.outcome.OutcomeStudy.Counts;
import io.tidemark.spark.output.StoredOutcomes;
import io.tidemark.spark.output.StoredReferences;
import io.tidemark.spark.output.StoredStaleness;
import io.tidemark.spark.shift.Findings;
import io.tidemark.spark.source.MonitoredTable;
import io.tidemark.spark.staleness.StalenessPlan;
import io.tidemark.spark.staleness.StalenessStudy;
import io.tidemark.spark.table.RunId;
import io.tidemark.spark.table.TableStore;
import io.tidemark.spark.table.TakenOver;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;

/** Studies the models of a monitor, once it is known how their scores have shifted. */
record ModelStudy(
        SparkSession session, MonitoredTable table, Profiled profiled, TableStore store, List<JavaRDD<?>> kept) {
    private static final int USUAL_WINDOW = 6;

    private record OfScore(Cohort cohort, String model) implements Serializable {}

    /** What is known of outcomes, from what an earlier run found out and the cohorts that it takes to find out the rest. */
    static OutcomeStudy outcomes(
            MonitoredTable table, Profiled profiled, TableStore store, LocalDate asOf, List<JavaRDD<?>> kept) {
        MonitorConfig config = table.config();
        Set<Cohort> touched = profiled.reach().cohorts();
        EarlierOutcomes earlier = profiled.earlier()
                .filter(any -> EarlierOutcomes.areOfUse(config, touched))
                .map(id -> earlier(store, new RunId(config.monitor(), id), config, profiled.reach()))
                .orElse(EarlierOutcomes.NONE);
        return OutcomeStudy.of(
                config,
                profiled.plan(),
                profiled.facts().rowsPerCohort(),
                asOf,
                earlier,
                cohorts -> table.scoring().scored(profiled.rowsOf(table, cohorts)),
                kept);
    }

    private static EarlierOutcomes earlier(TableStore store, RunId run, MonitorConfig config, Reach reach) {
        List<ScoredModel> models = config.outcomes().models();
        // Where a further reference is other than it was, features are looked at together anew, and what is reweighted
        // by that with them.
        boolean isReweightedAnew = reach.isReferenceTouched() && config.together() != DomainModel.NONE;
        return new EarlierOutcomes(
                StoredOutcomes.of(store, run, config.granularity(), models.size()).stream()
                        .filter(found -> found.isMature() || !isReweightedAnew)
                        .toList(),
                StoredReferences.of(store, run, models),
                reach.cohorts());
    }

    ModelResults results(OutcomeStudy outcomes, Findings findings) {
        OutcomeStudy.Judged judged = outcomes.judged();
        Map<Cohort, Estimate> gains =
                judged.gains().mapValues(RecalibrationGain::brier).collectAsMap();
        Map<OfScore, Double> psi = new HashMap<>();
        for (JudgedShift score : findings.scores()) {
            OptionalDouble found = score.shift().psi();
            if (found.isPresent()) {
                psi.put(
                        new OfScore(
                                score.shift().cohort(), score.shift().feature().name()),
                        found.getAsDouble());
            }
        }
        JavaRDD<ModelPerformance> performances = judged.performances()
                .map(one -> one.slice().isAll()
                        ? one.withScorePsi(psi.get(
                                        new OfScore(one.cohort(), one.model().name())))
                                .recalibratedBy(gains.get(one.cohort()))
                        : one)
                .persist(StorageLevel.MEMORY_AND_DISK());
        kept.add(performances);
        Optional<TakenOver> takenOver = takenOver(judged.kept());
        return new ModelResults(
                outcomes,
                table.config().outcomes().models().size(),
                performances,
                judged.comparisons(),
                judged.references(),
                performances.filter(ModelPerformance::isOfChampion).collect(),
                judged.kept(),
                table.config()
                        .outcomes()
                        .champion()
                        .map(champion -> judged.warnings().get(new ModelSlice(Slice.ALL, champion.name()))),
                takenOver,
                takenOver.map(rows -> StoredOutcomes.warned(rows, judged.warnings())),
                staleness(outcomes, findings),
                trainingWindow(outcomes));
    }

    private Optional<TakenOver> takenOver(List<ChampionFigures> kept) {
        Set<LocalDate> starts = kept.stream().map(one -> one.cohort().start()).collect(Collectors.toSet());
        return profiled.earlier().filter(any -> !starts.isEmpty()).map(run -> new TakenOver(run, starts));
    }

    /** How models of the recipes do on every later cohort. */
    private List<StoredStaleness> staleness(OutcomeStudy outcomes, Findings findings) {
        OutcomeConfig config = table.config().outcomes();
        if (config.recipes().isEmpty()) {
            return List.of();
        }
        Map<Cohort, Counts> counts = outcomes.counts();
        Calendar calendar = table.config().calendar();
        List<LabelledCohort> mature = outcomes.mature().stream()
                .filter(cohort -> !calendar.isQuarantined(cohort) && counts.containsKey(cohort))
                .sorted()
                .map(cohort -> new LabelledCohort(
                        cohort,
                        counts.get(cohort).labelled(),
                        counts.get(cohort).bads()))
                .toList();
        StalenessPlan plan = StalenessPlan.of(
                table,
                profiled,
                findings.leftOut().keySet(),
                config.bad(),
                config.recipes(),
                new TrailingWindows(mature, trainingWindow(outcomes)));
        return StalenessStudy.of(session, table, profiled, store, plan).found();
    }

    /** As asked for, else as many cohorts as the deciding reference has; six where that is no window. */
    private int trainingWindow(OutcomeStudy outcomes) {
        Calendar calendar = table.config().calendar();
        int ofReference = (int) outcomes.ripeness().keySet().stream()
                .filter(cohort ->
                        calendar.isWithin(cohort, calendar.references().get(0)))
                .count();
        return table.config().outcomes().trainingWindow().orElse(ofReference == 0 ? USUAL_WINDOW : ofReference);
    }
}
