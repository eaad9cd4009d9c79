package io.tidemark.shift;

import io.tidemark.cohort.Cohort;
import io.tidemark.cohort.Granularity;
import io.tidemark.cohort.Reference.FixedWindow;
import io.tidemark.cohort.Slice;
import io.tidemark.cohort.Window;
import io.tidemark.feature.Bin;
import io.tidemark.feature.Bins;
import io.tidemark.feature.Feature;
import io.tidemark.feature.FeatureKind;
import io.tidemark.measure.Contingency;
import io.tidemark.measure.MeasureResult;
import io.tidemark.measure.MeasureResult.Undefined;
import io.tidemark.measure.MeasureResult.Value;
import io.tidemark.measure.PopulationStabilityIndex;
import io.tidemark.measure.Smoothing;
import io.tidemark.profile.BinRule;
import io.tidemark.profile.CategoricalAccumulator;
import io.tidemark.profile.CategoricalProfile;
import io.tidemark.profile.NumericAccumulator;
import io.tidemark.profile.NumericProfile;
import io.tidemark.profile.Profile;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Tables, profiles, studies and shifts, made up in a line. */
public final class Made {
    public static final FixedWindow YEAR_2023 = new FixedWindow(Window.parse("2023-01-01..2023-12-31"));
    public static final long PRIVACY_FLOOR = 10;
    private static final BinRule RULE = new BinRule(10, Map.of(), PRIVACY_FLOOR);

    private Made() {}

    /** The cohort of a month of 2024, counted from 1; months beyond 12 are those of the years after. */
    public static Cohort month(int month) {
        return Cohort.of(Granularity.MONTH, LocalDate.of(2024, 1, 1).plusMonths(month - 1L));
    }

    static long[] all(int bins, long count) {
        long[] counts = new long[bins];
        Arrays.fill(counts, count);
        return counts;
    }

    static Contingency table(long[] reference, long[] current) {
        List<String> names = IntStream.range(0, reference.length)
                .mapToObj(i -> "c" + (1_000 + i))
                .toList();
        List<Bin> bins = Bins.ofCategories(names, List.of()).list().subList(0, reference.length);
        return Contingency.of(bins, reference, current);
    }

    static double psi(Contingency table, Smoothing smoothing) {
        return IntStream.range(0, table.size())
                .mapToDouble(i -> PopulationStabilityIndex.contribution(table, i, smoothing))
                .sum();
    }

    public static Feature numeric(String name) {
        return new Feature(name, FeatureKind.NUMERIC, "double", List.of());
    }

    public static Feature categorical(String name) {
        return new Feature(name, FeatureKind.CATEGORICAL, "string", List.of());
    }

    public static NumericProfile amounts(int missing, double... amounts) {
        NumericAccumulator accumulator = new NumericAccumulator(List.of());
        DoubleStream.of(amounts).forEach(accumulator::add);
        for (int i = 0; i < missing; i++) {
            accumulator.addMissing();
        }
        return accumulator.profile();
    }

    public static CategoricalProfile categories(long missing, Map<String, Integer> counts) {
        CategoricalAccumulator accumulator = new CategoricalAccumulator();
        counts.forEach((category, count) -> accumulator.add(category, (long) count));
        accumulator.addMissing(missing);
        return accumulator.profile();
    }

    /** A study with the bins that a run would make. */
    public static FeatureStudy study(Feature feature, Profile baseline) {
        return new FeatureStudy(
                feature,
                new Baseline(YEAR_2023, YEAR_2023.span(), baseline),
                Slice.ALL,
                RULE.bins(feature, baseline),
                new Smoothing.HalfCount(),
                PRIVACY_FLOOR);
    }

    /** A shift of which nothing is known but its PSI and what chance makes of it; either may be null. */
    public static FeatureShift shift(String feature, Cohort cohort, Double psi, PsiNoise noise) {
        return shift(feature, cohort, psi, noise, 10_000);
    }

    static FeatureShift shift(String feature, Cohort cohort, Double psi, PsiNoise noise, long referenceRows) {
        return shift(feature, cohort, Slice.ALL, psi, noise, referenceRows, null, null);
    }

    static FeatureShift shift(String feature, Cohort cohort, Double psi, PsiNoise noise, OutcomeEffect effect) {
        return shift(feature, cohort, Slice.ALL, psi, noise, 10_000, null, effect);
    }

    private static FeatureShift shift(
            String feature,
            Cohort cohort,
            Slice slice,
            Double psi,
            PsiNoise noise,
            long referenceRows,
            SlicePart part,
            OutcomeEffect effect) {
        MeasureResult result = psi == null ? new Undefined("made up without") : new Value(psi);
        return new FeatureShift(
                numeric(feature),
                cohort,
                YEAR_2023,
                YEAR_2023.span(),
                slice,
                1_000,
                referenceRows,
                null,
                0,
                null,
                null,
                Map.of(PopulationStabilityIndex.ID, result),
                noise,
                Bins.ofRanges(new double[] {10, 20, 30}, List.of()).list().get(0),
                List.of(),
                List.of(),
                "half",
                new Context(null, part, null, effect));
    }

    /** A slice of which nothing is known but what it adds. */
    public static FeatureShift slice(String feature, Slice slice, SlicePart part) {
        return shift(feature, month(1), slice, null, null, 10_000, part, null);
    }

    /** What chance makes of a PSI over ten well-filled bins. */
    public static PsiNoise noise(double psi, long reference, long current) {
        return PsiNoise.of(psi, table(all(10, reference / 10), all(10, current / 10)), new Smoothing.HalfCount())
                .orElseThrow();
    }
}
