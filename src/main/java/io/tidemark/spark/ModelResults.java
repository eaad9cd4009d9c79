package io.tidemark.spark;

import io.tidemark.cohort.Cohort;
import io.tidemark.model.RecalibrationGain;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaRDD;

/**
 * What a run found out about models.
 *
 * @param outcomes what is known of outcomes
 * @param models how many there are
 * @param performances of every model, by cohort and slice
 * @param comparisons of challengers with the champion, by cohort
 * @param champion the champion's performances on all applicants of each cohort; none without a score
 * @param gains what refitting the champion's level would have done, by cohort
 * @param staleness how models of the recipes do on later cohorts; none without a label
 * @param trainingWindow on how many cohorts those are trained
 */
record ModelResults(
        OutcomeStudy outcomes,
        int models,
        JavaRDD<ModelPerformance> performances,
        JavaRDD<ComparedModels> comparisons,
        List<ModelPerformance> champion,
        Map<Cohort, RecalibrationGain> gains,
        List<StoredStaleness> staleness,
        int trainingWindow) {}
