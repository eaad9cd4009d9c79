package io.tidemark.spark;

import io.tidemark.cohort.Cohort;
import io.tidemark.incident.DataIncident;
import io.tidemark.policy.CohortSummary;
import io.tidemark.shift.JudgedShift;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaRDD;
import scala.Tuple2;

/**
 * What comes back to the driver: cohorts in numbers, and the newest one's largest shifts and incidents.
 *
 * @param cohorts the compared cohorts, in the order of time
 * @param largest moderate and major shifts of the newest, the largest first
 * @param leftOut columns that turned out to be no features, each with the reason
 */
record Findings(
        List<CohortSummary> cohorts,
        List<JudgedShift> largest,
        List<DataIncident> newestIncidents,
        Map<String, String> leftOut) {

    static Findings collect(
            JavaRDD<FeatureResult> results, JavaRDD<JudgedCohort> everySlice, List<DataIncident> tableIncidents) {
        JavaRDD<JudgedCohort> judged =
                everySlice.filter(cohort -> cohort.slice().isAll());
        List<CohortSummary> summaries =
                new ArrayList<>(judged.map(JudgedCohort::summary).collect());
        if (summaries.isEmpty()) {
            return new Findings(List.of(), List.of(), List.of(), leftOut(results));
        }
        summaries.sort(Comparator.comparing(CohortSummary::cohort));
        Cohort newest = summaries.get(summaries.size() - 1).cohort();
        List<JudgedShift> largest = judged.filter(cohort -> cohort.cohort().equals(newest))
                .flatMap(cohort -> cohort.largest().iterator())
                .collect();
        Map<Cohort, Long> counts =
                new HashMap<>(results.flatMap(result -> result.incidents().iterator())
                        .mapToPair(incident -> new Tuple2<>(incident.cohort(), 1L))
                        .reduceByKey(Long::sum)
                        .collectAsMap());
        tableIncidents.forEach(incident -> counts.merge(incident.cohort(), 1L, Long::sum));
        List<DataIncident> newestIncidents =
                new ArrayList<>(results.flatMap(result -> result.incidents().iterator())
                        .filter(incident -> incident.cohort().equals(newest))
                        .collect());
        tableIncidents.stream()
                .filter(incident -> incident.cohort().equals(newest))
                .forEach(newestIncidents::add);
        newestIncidents.sort(Comparator.comparing(DataIncident::kind).thenComparing(DataIncident::column));
        List<CohortSummary> counted = summaries.stream()
                .map(cohort -> cohort.withIncidents(counts.getOrDefault(cohort.cohort(), 0L)))
                .toList();
        return new Findings(counted, largest, newestIncidents, leftOut(results));
    }

    private static Map<String, String> leftOut(JavaRDD<FeatureResult> results) {
        return new TreeMap<>(results.filter(result -> result.leftOut() != null)
                .mapToPair(result -> new Tuple2<>(result.feature().name(), result.leftOut()))
                .collectAsMap());
    }
}
