package io.tidemark.spark;

import io.tidemark.cohort.Cohort;
import io.tidemark.model.ReweightedPerformance;
import io.tidemark.shift.CohortShift;
import io.tidemark.shift.JointShift;
import io.tidemark.spark.outcome.ChampionFigures;
import io.tidemark.spark.outcome.ComparedModels;
import io.tidemark.spark.outcome.ModelPerformance;
import io.tidemark.spark.outcome.ModelReference;
import io.tidemark.spark.outcome.OutcomeStudy;
import io.tidemark.spark.output.StoredStaleness;
import io.tidemark.spark.table.TakenOver;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;

/**
 * What a run found out about models.
 *
 * @param outcomes what is known of outcomes
 * @param models how many there are
 * @param performances of every model, by cohort and slice, of cohorts that were judged
 * @param comparisons of challengers with the champion, likewise
 * @param references what models did on the reference
 * @param champion the champion's performances on all applicants of each cohort, likewise; none without a score
 * @param kept how the champion did on all applicants of the other cohorts, as an earlier run found it
 * @param warning what speaks against what is estimated of it where outcomes are to come
 * @param takenOver rows of comparisons that it wrote of them; empty where all were judged
 * @param performancesTakenOver and of performances, likewise
 * @param staleness how models of the recipes do on later cohorts; none without a label
 * @param trainingWindow on how many cohorts those are trained
 */
record ModelResults(
        OutcomeStudy outcomes,
        int models,
        JavaRDD<ModelPerformance> performances,
        JavaRDD<ComparedModels> comparisons,
        List<ModelReference> references,
        List<ModelPerformance> champion,
        List<ChampionFigures> kept,
        Optional<String> warning,
        Optional<TakenOver> takenOver,
        Optional<TakenOver> performancesTakenOver,
        List<StoredStaleness> staleness,
        int trainingWindow) {
    /** The same, with what is known of the champion from what tells cohorts from the reference. */
    ModelResults reweighted(List<CohortShift> together) {
        Map<Cohort, ReweightedPerformance> known = new HashMap<>();
        for (CohortShift shift : together) {
            Optional.ofNullable(shift.joint())
                    .flatMap(JointShift::reweighted)
                    .ifPresent(reweighted -> known.put(shift.cohort(), reweighted));
        }
        return new ModelResults(
                outcomes,
                models,
                performances.map(one -> one.reweightedBy(known.get(one.cohort()))),
                comparisons,
                references,
                champion,
                kept,
                warning,
                takenOver,
                performancesTakenOver,
                staleness,
                trainingWindow);
    }

    /** How the champion did on all applicants of each cohort. */
    List<ChampionFigures> championFigures() {
        return Stream.concat(kept.stream(), champion.stream().map(ChampionFigures::of))
                .toList();
    }
}
