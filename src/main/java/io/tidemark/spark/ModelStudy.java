package io.tidemark.spark;

import io.tidemark.cohort.Cohort;
import io.tidemark.shift.JudgedShift;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.storage.StorageLevel;

/** Studies the models of a monitor, once it is known how their scores have shifted. */
record ModelStudy(OutcomeStudy outcomes, List<JudgedShift> scores, List<JavaRDD<?>> kept) {
    private record OfScore(Cohort cohort, String model) implements Serializable {}

    ModelResults results() {
        OutcomeStudy.Judged judged = outcomes.judged();
        Map<OfScore, Double> psi = new HashMap<>();
        for (JudgedShift score : scores) {
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
                        ? one.withScorePsi(
                                psi.get(new OfScore(one.cohort(), one.model().name())))
                        : one)
                .persist(StorageLevel.MEMORY_AND_DISK());
        kept.add(performances);
        return new ModelResults(
                outcomes,
                performances,
                judged.comparisons(),
                performances
                        .filter(one -> one.slice().isAll() && one.model().isChampion())
                        .collect(),
                judged.gains().collectAsMap());
    }
}
