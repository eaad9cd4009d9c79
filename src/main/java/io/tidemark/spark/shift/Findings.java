package io.tidemark.spark.shift;

import io.tidemark.cohort.Cohort;
import io.tidemark.cohort.Reference;
import io.tidemark.incident.DataIncident;
import io.tidemark.policy.CohortSummary;
import io.tidemark.shift.Carrier;
import io.tidemark.shift.FeatureShift;
import io.tidemark.shift.Judge;
import io.tidemark.shift.JudgedShift;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaRDD;
import scala.Tuple2;

/**
 * What comes back to the driver: cohorts in numbers, and the newest one's largest shifts and incidents.
 *
 * @param cohorts the compared cohorts, in the order of time
 * @param largest moderate and major shifts of the newest, alarms first, of these the most important features, then the largest
 * @param newestIncidents the newest cohort's incidents
 * @param carriers the slices that carry those shifts, by feature
 * @param scores shifts of all applicants' scores against the reference that decides
 * @param effects shifts of features in the newest cohort whose outcomes are known, those first that change the bad rate most
 * @param unsteady the newest cohort's features in which the reference's own cohorts differ, those that differ most first
 * @param leftOut columns that turned out to be no features, each with the reason
 */
public record Findings(
        List<CohortSummary> cohorts,
        List<JudgedShift> largest,
        List<DataIncident> newestIncidents,
        Map<String, Carrier> carriers,
        List<JudgedShift> scores,
        List<JudgedShift> effects,
        List<JudgedShift> unsteady,
        Map<String, String> leftOut) {
    /** How many shifts are named in a recommendation at most. */
    private static final int MOST_NAMED = 50;
    /** How many features are named by what they do to the bad rate. */
    private static final int MOST_EFFECTS = 5;

    /**
     * Collects what a run found.
     *
     * @param everything the shifts of all slices against all references
     * @param reference the reference that decides
     * @param incidents of all cohorts
     */
    public static Findings collect(
            JavaRDD<KeptResult> results,
            JavaRDD<JudgedShift> everything,
            Reference reference,
            JavaRDD<DataIncident> incidents,
            Judge judge) {
        Seen seen = everything
                .filter(shift -> shift.shift().slice().isAll()
                        && shift.shift().reference().equals(reference))
                .aggregate(new Seen(judge), Seen::add, Seen::addAll);
        if (seen.cohorts().isEmpty()) {
            return new Findings(
                    List.of(), List.of(), List.of(), Map.of(), List.of(), List.of(), List.of(), leftOut(results));
        }
        Map<Cohort, Long> counts = incidents.map(DataIncident::cohort).countByValue();
        List<CohortSummary> summaries = seen.cohorts().values().stream()
                .map(cohort -> cohort.summary(counts.getOrDefault(cohort.cohort(), 0L)))
                .toList();
        List<JudgedShift> largest = largest(seen.notable());
        return new Findings(
                summaries,
                largest,
                newestIncidents(incidents, seen.cohorts().lastKey()),
                carriers(results, largest),
                seen.scores(),
                effects(seen.effects()),
                seen.notable().stream()
                        .filter(shift -> judge.isUnsteady(shift.shift()))
                        .sorted(Comparator.comparingDouble((JudgedShift shift) ->
                                        shift.shift().natural().excess())
                                .reversed()
                                .thenComparing(shift -> shift.shift().feature().name()))
                        .toList(),
                leftOut(results));
    }

    private static List<JudgedShift> effects(List<JudgedShift> known) {
        return known.stream()
                .sorted(Comparator.comparingDouble(Findings::largerEffect)
                        .reversed()
                        .thenComparing(shift -> shift.shift().feature().name()))
                .limit(MOST_EFFECTS)
                .toList();
    }

    private static double largerEffect(JudgedShift shift) {
        return Math.max(
                Math.abs(shift.shift().effect().mixEffect()),
                Math.abs(shift.shift().effect().rateEffect()));
    }

    private static List<JudgedShift> largest(List<JudgedShift> ofNewest) {
        return ofNewest.stream()
                .filter(shift -> shift.severity().isShift())
                .sorted(Comparator.comparing(JudgedShift::isAlarm)
                        .thenComparingDouble(
                                shift -> Optional.ofNullable(shift.importance()).orElse(0.0))
                        .thenComparing(JudgedShift::severity)
                        .thenComparingDouble(shift -> shift.shift().psi().orElseThrow())
                        .reversed()
                        .thenComparing(shift -> shift.shift().feature().name()))
                .limit(MOST_NAMED)
                .toList();
    }

    private static Map<String, Carrier> carriers(JavaRDD<KeptResult> results, List<JudgedShift> largest) {
        if (largest.isEmpty()) {
            return Map.of();
        }
        Map<String, JudgedShift> named = new HashMap<>();
        largest.forEach(shift -> named.put(shift.shift().feature().name(), shift));
        Map<String, Carrier> carriers = new TreeMap<>();
        results
                .filter(result -> named.containsKey(result.feature().name()))
                .flatMap(result -> result.shifts().iterator())
                .filter(shift ->
                        !shift.slice().isAll() && isOf(named.get(shift.feature().name()), shift))
                .collect()
                .stream()
                .collect(Collectors.groupingBy(shift -> shift.feature().name()))
                .forEach((feature, slices) -> Carrier.of(slices).ifPresent(carrier -> carriers.put(feature, carrier)));
        return carriers;
    }

    private static boolean isOf(JudgedShift named, FeatureShift shift) {
        return named.shift().cohort().equals(shift.cohort())
                && named.shift().reference().equals(shift.reference());
    }

    private static List<DataIncident> newestIncidents(JavaRDD<DataIncident> incidents, Cohort newest) {
        return incidents.filter(incident -> incident.cohort().equals(newest)).collect().stream()
                .sorted(Comparator.comparing(DataIncident::kind).thenComparing(DataIncident::column))
                .toList();
    }

    private static Map<String, String> leftOut(JavaRDD<KeptResult> results) {
        return new TreeMap<>(results.filter(result -> result.leftOut() != null)
                .mapToPair(result -> new Tuple2<>(result.feature().name(), result.leftOut()))
                .collectAsMap());
    }
}
