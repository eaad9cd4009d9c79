package io.tidemark.config;

import io.tidemark.cohort.SegmentKey;
import io.tidemark.feature.FeatureKind;
import io.tidemark.problem.Problem;
import io.tidemark.problem.Problems;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The part that each column plays.
 *
 * @param time when the applicant applied; null only while a reading has problems
 * @param label the outcome, or null
 * @param score the champion's score, or null
 * @param entity who applied, or null
 * @param segments how applicants are cut into slices that are looked at by themselves as well
 * @param exclude columns that are no features
 * @param features the features; empty for all other columns
 * @param kinds how columns are read, where that is not left to their type
 * @param special codes that are no amounts
 * @param tuned columns that other options name: their edges, their effects
 */
public record ColumnsConfig(
        String time,
        String label,
        String score,
        String entity,
        List<SegmentKey> segments,
        List<String> exclude,
        List<String> features,
        Map<String, FeatureKind> kinds,
        Map<String, List<Double>> special,
        Map<String, List<String>> tuned) {

    /** Columns with a part of their own, by the option that names them. */
    public Map<String, String> parts() {
        Map<String, String> parts = new LinkedHashMap<>();
        putIfNamed(parts, "time", time);
        putIfNamed(parts, "label", label);
        putIfNamed(parts, "score", score);
        putIfNamed(parts, "entity", entity);
        return parts;
    }

    private static void putIfNamed(Map<String, String> parts, String key, String column) {
        if (column != null) {
            parts.put(key, column);
        }
    }

    /** The columns by whose values applicants are cut into slices. */
    public Set<String> segmentColumns() {
        return segments.stream()
                .flatMap(segment -> segment.columns().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Every name that the input does not have, and every column with two parts that exclude each other. */
    public List<Problem> problems(Collection<String> columns) {
        List<Problem> problems = new ArrayList<>();
        Map<String, Collection<String>> named = new LinkedHashMap<>();
        parts().forEach((key, column) -> named.put(key, List.of(column)));
        named.put("segment", segmentColumns());
        named.put("exclude", exclude);
        named.put("features", features);
        named.put("kind", kinds.keySet());
        named.put("special", special.keySet());
        named.putAll(tuned);
        named.forEach((key, names) -> names.stream()
                .filter(name -> !columns.contains(name))
                .forEach(name -> problems.add(Problems.unknownColumn(key, name, columns))));
        Map<String, String> taken = new LinkedHashMap<>();
        parts().forEach((key, column) -> {
            String other = taken.putIfAbsent(column, key);
            if (other != null) {
                problems.add(Problems.contradiction(column, other, key));
            }
            if (features.contains(column)) {
                problems.add(Problems.contradiction(column, key, "features"));
            }
            if (segmentColumns().contains(column)) {
                problems.add(Problems.contradiction(column, key, "segment"));
            }
        });
        features.stream()
                .filter(exclude::contains)
                .forEach(column -> problems.add(Problems.contradiction(column, "features", "exclude")));
        return problems;
    }
}
