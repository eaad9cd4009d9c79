package io.tidemark.spark;

import io.tidemark.cohort.Cohort;
import io.tidemark.model.ReweightedPerformance;
import io.tidemark.shift.CohortShift;
import io.tidemark.shift.JointShift;
import io.tidemark.spark.outcome.ComparedModels;
import io.tidemark.spark.outcome.ModelPerformance;
import io.tidemark.spark.outcome.OutcomeStudy;
import io.tidemark.spark.output.StoredStaleness;
import io.tidemark.spark.table.TakenOver;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.api.java.JavaRDD;

/**
 * What a run found out about models.
 *
 * @param outcomes what is known of outcomes
 * @param models how many there are
 * @param performances of every model, by cohort and slice, of cohorts that were judged
 * @param comparisons of challengers with the champion, likewise
 * @param champion the champion's performances on all applicants of each cohort, likewise; none without a score
 * @param takenOver rows of performances and comparisons that an earlier run wrote of the other cohorts; empty where all were judged
 * @param staleness how models of the recipes do on later cohorts; none without a label
 * @param trainingWindow on how many cohorts those are trained
 */
record ModelResults(
        OutcomeStudy outcomes,
        int models,
        JavaRDD<ModelPerformance> performances,
        JavaRDD<ComparedModels> comparisons,
        List<ModelPerformance> champion,
        Optional<TakenOver> takenOver,
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
                champion,
                takenOver,
                staleness,
                trainingWindow);
    }
}
