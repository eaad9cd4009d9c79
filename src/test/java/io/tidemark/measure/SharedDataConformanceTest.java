package io.tidemark.measure;

import static io.tidemark.measure.Comparisons.number;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tidemark.feature.BinKind;
import io.tidemark.feature.Bins;
import io.tidemark.profile.BruteForce;
import io.tidemark.profile.CategoricalAccumulator;
import io.tidemark.profile.CategoricalProfile;
import io.tidemark.profile.NumericAccumulator;
import io.tidemark.profile.NumericProfile;
import io.tidemark.profile.Profile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.DoubleStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Profiles and measures over real applicants against what SciPy computed from the same rows.
 *
 * <p>SciPy's figures were written with ten significant digits; deviations are relative where a figure exceeds 1.
 */
class SharedDataConformanceTest {
    private static final double EXACT = 1e-9;
    private static final double IN_BUCKETS = 0.002;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    @ParameterizedTest
    @ValueSource(strings = {"lending_club_2007_2011", "taiwan_fakedate_null", "flight_delays_popmon", "bike_sharing"})
    void measuresAgreeWithScipy(String name) throws IOException {
        Path folder = SharedData.path(name);
        Cohorts cohorts = Cohorts.read(folder, name);
        JsonNode edges = JSON.readTree(folder.resolve("expected_bin_edges.json").toFile());
        Deviations deviations = new Deviations();
        SharedData.forEachRow(
                folder.resolve("expected_scipy.csv"),
                expected -> compare(new Expected(expected, deviations), cohorts, edges));
        deviations.print(name);
        deviations.assertSmall();
    }

    private static void compare(Expected expected, Cohorts cohorts, JsonNode edges) {
        String feature = expected.text("feature");
        Profile reference = cohorts.profile(Cohorts.REFERENCE, feature);
        Profile current = cohorts.profile(expected.text("cohort"), feature);
        expected.assertCounts(reference, "n_ref", "miss_ref");
        expected.assertCounts(current, "n_cur", "miss_cur");
        if (reference instanceof NumericProfile before && current instanceof NumericProfile now) {
            Bins bins = Bins.ofRanges(numbers(edges.get(feature)), List.of());
            compareAmounts(expected, before, now, bins);
        } else {
            Bins bins = unionOf((CategoricalProfile) reference, (CategoricalProfile) current);
            compareBins(expected, Comparison.of(reference, current, bins, Comparisons.FLOOR), EXACT);
        }
    }

    private static void compareAmounts(Expected expected, NumericProfile reference, NumericProfile current, Bins bins) {
        Comparison withMissing = Comparison.of(reference, current, bins, Comparisons.FLOOR);
        Comparison withoutMissing = new Comparison(
                reference,
                current,
                Contingency.of(bins.list(), presentIn(bins, reference), presentIn(bins, current)),
                Comparisons.FLOOR);
        boolean exact = reference.isExact() && current.isExact();
        double within = exact ? EXACT : IN_BUCKETS;
        expected.compare("ks", new KolmogorovSmirnovTest().of(withMissing), within);
        expected.compare("wasserstein1", new WassersteinDistance().of(withMissing), within);
        expected.compare("mean_ref", reference.mean().orElseThrow(), EXACT);
        expected.compare("mean_cur", current.mean().orElseThrow(), EXACT);
        if (exact) {
            expected.compare("median_ref", reference.distribution().quantile(0.5), EXACT);
            expected.compare("median_cur", current.distribution().quantile(0.5), EXACT);
            compareBins(expected, withoutMissing, EXACT);
            expected.compare("psi_with_missing_bin_floor1e-4", new PopulationStabilityIndex().of(withMissing), EXACT);
        }
    }

    private static void compareBins(Expected expected, Comparison comparison, double within) {
        expected.compare("psi_floor1e-4", new PopulationStabilityIndex().of(comparison), within);
        expected.compare("js_distance_base2", new JensenShannonDistance().of(comparison), within);
        expected.compare("hellinger", new HellingerDistance().of(comparison), within);
        expected.compare("l_infinity", new LInfinityDistance().of(comparison), within);
        if (comparison.contingency().size() > 1) {
            MeasureResult chiSquared = new ChiSquaredTest().of(comparison);
            expected.compare("chi2", chiSquared, within);
            expected.compare("chi2_p", ((MeasureResult.Test) chiSquared).pValue(), within);
        }
    }

    private static long[] presentIn(Bins bins, Profile profile) {
        long[] counted = profile.countInto(bins);
        counted[bins.indexOf(BinKind.MISSING)] = 0;
        return counted;
    }

    private static Bins unionOf(CategoricalProfile reference, CategoricalProfile current) {
        TreeSet<String> union = new TreeSet<>(reference.counts().keySet());
        union.addAll(current.counts().keySet());
        return Bins.ofCategories(union, List.of());
    }

    private static double[] numbers(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .toArray();
    }

    /** The onset in week 16 of NannyML's test fixture, tests/drift/test_drift.py; months of 2020 against the reference period. */
    @Test
    void ksShowsTheOnsetOfTheWeeklyFixture() throws IOException {
        Path file = SharedData.path("weekly_onset_seed167.csv.gz");
        double[] exact = {0.007647, 0.008036, 0.009457, 0.090575, 0.256126};
        Map<String, DoubleStream.Builder> months = new TreeMap<>();
        DoubleStream.Builder period = DoubleStream.builder();
        SharedData.forEachRow(file, row -> {
            double amount = Double.parseDouble(row.get("f1"));
            months.computeIfAbsent(row.get("timestamp").substring(0, 7), month -> DoubleStream.builder())
                    .add(amount);
            if (row.get("period").equals("reference")) {
                period.add(amount);
            }
        });
        double[] reference = period.build().toArray();
        assertEquals(10_080, reference.length);
        double largest = 0;
        for (int month = 1; month <= exact.length; month++) {
            double[] current = months.get("2020-0" + month).build().toArray();
            assertEquals(exact[month - 1], BruteForce.kolmogorovSmirnov(reference, current), 1e-6);
            double ofCounts = KolmogorovSmirnovTest.distance(
                    BruteForce.distribution(reference), BruteForce.distribution(current));
            assertEquals(exact[month - 1], ofCounts, 1e-6);
            double inBuckets = number(new KolmogorovSmirnovTest().of(Comparisons.ofAmounts(reference, current)));
            assertEquals(exact[month - 1], inBuckets, IN_BUCKETS);
            largest = Math.max(largest, Math.abs(exact[month - 1] - inBuckets));
        }
        System.out.printf(Locale.ROOT, "weekly_onset f1: 5 months, ks in buckets deviates by %.1e at most%n", largest);
    }

    /** What was counted of each cohort and feature. */
    private static final class Cohorts {
        private static final String REFERENCE = "REF_";
        private final Map<String, NumericAccumulator> numeric = new HashMap<>();
        private final Map<String, CategoricalAccumulator> categorical = new HashMap<>();

        private static Cohorts read(Path folder, String name) throws IOException {
            JsonNode meta = JSON.readTree(folder.resolve("meta.json").toFile());
            Cohorts cohorts = new Cohorts();
            SharedData.forEachRow(folder.resolve(name + ".csv.gz"), row -> {
                String cohort = row.get("cohort").startsWith(REFERENCE) ? REFERENCE : row.get("cohort");
                meta.get("num")
                        .forEach(feature -> cohorts.addNumber(cohort, feature.asText(), row.get(feature.asText())));
                meta.get("cat")
                        .forEach(feature -> cohorts.addCategory(cohort, feature.asText(), row.get(feature.asText())));
            });
            return cohorts;
        }

        private void addNumber(String cohort, String feature, String text) {
            NumericAccumulator accumulator =
                    numeric.computeIfAbsent(cohort + "/" + feature, key -> new NumericAccumulator(List.of()));
            if (text.isEmpty()) {
                accumulator.addMissing();
            } else {
                accumulator.add(Double.parseDouble(text));
            }
        }

        private void addCategory(String cohort, String feature, String text) {
            CategoricalAccumulator accumulator =
                    categorical.computeIfAbsent(cohort + "/" + feature, key -> new CategoricalAccumulator());
            if (text.isEmpty()) {
                accumulator.addMissing(1);
            } else {
                accumulator.add(text, 1);
            }
        }

        private Profile profile(String cohort, String feature) {
            String key = cohort + "/" + feature;
            return numeric.containsKey(key)
                    ? numeric.get(key).profile()
                    : categorical.get(key).profile();
        }
    }

    /** A line of the expected figures. */
    private record Expected(Map<String, String> figures, Deviations deviations) {
        private String text(String column) {
            return figures.get(column);
        }

        private void assertCounts(Profile profile, String rows, String missing) {
            assertEquals(Long.parseLong(text(rows)), profile.rows(), text("feature"));
            double missed = Double.parseDouble(text(missing)) * profile.rows();
            assertEquals(missed, Math.rint(missed), 1e-4);
            assertEquals(Math.round(missed), profile.missing(), text("feature"));
            deviations.add("missing share", text("feature"), 0, EXACT);
        }

        private void compare(String column, MeasureResult result, double within) {
            compare(column, number(result), within);
        }

        private void compare(String column, double found, double within) {
            if (!text(column).isEmpty()) {
                double expected = Double.parseDouble(text(column));
                double deviation = Math.abs(found - expected) / Math.max(1, Math.abs(expected));
                String where = text("cohort") + " " + text("feature") + ": " + found + " for " + expected;
                deviations.add(within == EXACT ? column : column + " (in buckets)", where, deviation, within);
            }
        }
    }

    /** The largest deviation of each figure, and how many were compared. */
    private static final class Deviations {
        private final Map<String, Deviation> byFigure = new TreeMap<>();

        private record Deviation(int compared, double largest, String where, double within) {}

        private void add(String figure, String where, double deviation, double within) {
            byFigure.merge(
                    figure,
                    new Deviation(1, deviation, where, within),
                    (before, one) -> new Deviation(
                            before.compared + 1,
                            Math.max(before.largest, deviation),
                            deviation > before.largest ? where : before.where,
                            within));
        }

        private void print(String name) {
            byFigure.forEach((figure, deviation) -> System.out.printf(
                    Locale.ROOT,
                    "%s: %-36s %4d compared, largest deviation %.1e%n",
                    name,
                    figure,
                    deviation.compared,
                    deviation.largest));
        }

        private void assertSmall() {
            byFigure.forEach((figure, deviation) ->
                    assertTrue(deviation.largest <= deviation.within, () -> figure + " in " + deviation.where));
        }
    }
}
