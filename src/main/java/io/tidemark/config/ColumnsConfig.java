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
 * @param outcomeDate when the outcome was known, or null
 * @param scores the scores of models
 * @param entity who applied, or null
 * @param segments how applicants are cut into slices that are looked at by themselves as well
 * @param exclude columns that are no features
 * @param features the features; empty for all other columns
 * @param kinds how columns are read, where that is not left to their type
 * @param special codes that are no amounts
 * @param tuned columns that other options name: their edges, their effects, their importance, their accepted incidents
 */
public record ColumnsConfig(
        String time,
        String label,
        String outcomeDate,
        List<String> scores,
        String entity,
        List<SegmentKey> segments,
        List<String> exclude,
        List<String> features,
        Map<String, FeatureKind> kinds,
        Map<String, List<Double>> special,
        Map<String, List<String>> tuned) {

    /**
     * A part that only one column can have, or one column alone.
     *
     * @param option what names the column
     */
    record Part(String option, String column) {}

    /** Columns that are no features because they have a part of their own. */
    public Set<String> ownParts() {
        return parts().stream().map(Part::column).collect(Collectors.toSet());
    }

    private List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part("time", time));
        parts.add(new Part("label", label));
        parts.add(new Part("maturity", outcomeDate));
        scores.forEach(score -> parts.add(new Part("score", score)));
        parts.add(new Part("entity", entity));
        parts.removeIf(part -> part.column() == null);
        return parts;
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
        parts().stream()
                .filter(part -> !columns.contains(part.column()))
                .forEach(part -> problems.add(Problems.unknownColumn(part.option(), part.column(), columns)));
        Map<String, Collection<String>> named = new LinkedHashMap<>();
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
        parts().forEach(part -> {
            String other = taken.putIfAbsent(part.column(), part.option());
            if (other != null) {
                problems.add(Problems.contradiction(part.column(), other, part.option()));
            }
            if (features.contains(part.column())) {
                problems.add(Problems.contradiction(part.column(), part.option(), "features"));
            }
            if (segmentColumns().contains(part.column())) {
                problems.add(Problems.contradiction(part.column(), part.option(), "segment"));
            }
        });
        features.stream()
                .filter(exclude::contains)
                .forEach(column -> problems.add(Problems.contradiction(column, "features", "exclude")));
        return problems;
    }
}
