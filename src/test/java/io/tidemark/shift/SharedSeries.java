package io.tidemark.shift;

import io.tidemark.feature.Bins;
import io.tidemark.feature.Feature;
import io.tidemark.measure.SharedData;
import io.tidemark.profile.BinRule;
import io.tidemark.profile.CategoricalAccumulator;
import io.tidemark.profile.NumericAccumulator;
import io.tidemark.profile.NumericProfile;
import io.tidemark.profile.Profile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Real applicants by cohort, binned as a run bins them; the reference is the first so many cohorts. */
final class SharedSeries {
    private static final BinRule RULE = new BinRule(10, Map.of(), Made.PRIVACY_FLOOR);

    private final SortedMap<String, Map<String, Profile>> profiles = new TreeMap<>();
    private final int reference;

    private SharedSeries(int reference) {
        this.reference = reference;
    }

    /**
     * The profiles of a file's columns.
     *
     * @param cohort the name of a row's cohort; in order
     * @param reference how many cohorts are the reference
     */
    static SharedSeries read(
            Path file,
            Function<Map<String, String>, String> cohort,
            int reference,
            List<String> numeric,
            List<String> categorical)
            throws IOException {
        Map<String, Map<String, NumericAccumulator>> numbers = new TreeMap<>();
        Map<String, Map<String, CategoricalAccumulator>> categories = new TreeMap<>();
        SharedData.forEachRow(file, row -> {
            String name = cohort.apply(row);
            for (String column : numeric) {
                NumericAccumulator accumulator = numbers.computeIfAbsent(name, key -> new TreeMap<>())
                        .computeIfAbsent(column, key -> new NumericAccumulator(List.of()));
                if (row.get(column).isEmpty()) {
                    accumulator.addMissing();
                } else {
                    accumulator.add(Double.parseDouble(row.get(column)));
                }
            }
            for (String column : categorical) {
                CategoricalAccumulator accumulator = categories
                        .computeIfAbsent(name, key -> new TreeMap<>())
                        .computeIfAbsent(column, key -> new CategoricalAccumulator());
                if (row.get(column).isEmpty()) {
                    accumulator.addMissing(1);
                } else {
                    accumulator.add(row.get(column), 1);
                }
            }
        });
        SharedSeries series = new SharedSeries(reference);
        numbers.forEach((name, columns) ->
                columns.forEach((column, accumulator) -> series.put(name, column, accumulator.profile())));
        categories.forEach((name, columns) ->
                columns.forEach((column, accumulator) -> series.put(name, column, accumulator.profile())));
        return series;
    }

    private void put(String cohort, String column, Profile profile) {
        profiles.computeIfAbsent(cohort, key -> new TreeMap<>()).put(column, profile);
    }

    /** The names of the cohorts, in order. */
    List<String> cohorts() {
        return List.copyOf(profiles.keySet());
    }

    CohortSeries of(String column) {
        List<Profile> all =
                profiles.values().stream().map(columns -> columns.get(column)).toList();
        Profile baseline =
                all.subList(0, reference).stream().reduce(Profile::mergeWith).orElseThrow();
        Feature feature = baseline instanceof NumericProfile ? Made.numeric(column) : Made.categorical(column);
        Bins bins = RULE.bins(feature, baseline);
        return CohortSeries.of(
                all.stream().map(profile -> profile.countInto(bins)).toArray(long[][]::new), baseline.countInto(bins));
    }

    Course course(String column) {
        return Course.of(of(column), reference);
    }
}
