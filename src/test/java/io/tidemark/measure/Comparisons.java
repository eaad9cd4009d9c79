package io.tidemark.measure;

import io.tidemark.feature.Bin;
import io.tidemark.feature.Bins;
import io.tidemark.feature.Feature;
import io.tidemark.feature.FeatureKind;
import io.tidemark.profile.BinRule;
import io.tidemark.profile.CategoricalAccumulator;
import io.tidemark.profile.NumericAccumulator;
import io.tidemark.profile.NumericProfile;
import io.tidemark.profile.Profile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntToLongFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Comparisons written down as counts per bin or as amounts; reference first. */
final class Comparisons {
    static final Smoothing FLOOR = new Smoothing.Floor(1e-4);
    private static final BinRule RULE = new BinRule(10, Map.of(), 1);

    private Comparisons() {}

    /** Two categorical profiles, the i-th count being that of the category {@code ci}. */
    static Comparison ofCounts(long[] reference, long[] current, Smoothing smoothing) {
        List<String> all =
                IntStream.range(0, reference.length).mapToObj(i -> "c" + i).toList();
        Bins bins = Bins.ofCategories(all, List.of());
        return Comparison.of(categories(reference), categories(current), bins, smoothing);
    }

    private static Profile categories(long[] counts) {
        CategoricalAccumulator accumulator = new CategoricalAccumulator();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                accumulator.add("c" + i, counts[i]);
            }
        }
        return accumulator.profile();
    }

    static Comparison ofAmounts(double[] reference, double[] current) {
        return ofProfiles(amounts(reference), amounts(current), FLOOR);
    }

    static Comparison ofProfiles(NumericProfile reference, NumericProfile current, Smoothing smoothing) {
        Feature feature = new Feature("amount", FeatureKind.NUMERIC, "double", List.of());
        return Comparison.of(reference, current, RULE.bins(feature, reference), smoothing);
    }

    static NumericProfile amounts(double... amounts) {
        NumericAccumulator accumulator = new NumericAccumulator(List.of());
        DoubleStream.of(amounts).forEach(accumulator::add);
        return accumulator.profile();
    }

    static NumericProfile missing(int count) {
        NumericAccumulator accumulator = new NumericAccumulator(List.of());
        for (int i = 0; i < count; i++) {
            accumulator.addMissing();
        }
        return accumulator.profile();
    }

    /** Counts in bins of which nothing but their number matters. */
    static Contingency contingency(long[] reference, long[] current) {
        List<String> names = IntStream.range(0, reference.length)
                .mapToObj(i -> "c" + (1_000 + i))
                .toList();
        List<Bin> bins = Bins.ofCategories(names, List.of()).list().subList(0, reference.length);
        return Contingency.of(bins, reference, current);
    }

    /** The same comparison with its bins in another order. */
    static Comparison shuffled(Comparison comparison, Random random) {
        Contingency table = comparison.contingency();
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, table.size()).boxed().toList());
        Collections.shuffle(order, random);
        List<Bin> bins = order.stream().map(table::bin).toList();
        long[] reference = order.stream().mapToLong(table::reference).toArray();
        long[] current = order.stream().mapToLong(table::current).toArray();
        Contingency shuffled = Contingency.of(bins, reference, current);
        return new Comparison(comparison.reference(), comparison.current(), shuffled, comparison.smoothing());
    }

    /** The same comparison with reference and cohort in each other's place. */
    static Comparison turned(Comparison comparison) {
        Contingency table = comparison.contingency();
        long[] first = all(table, table::current);
        long[] second = all(table, table::reference);
        Profile before = comparison.current();
        Profile now = comparison.reference();
        return new Comparison(before, now, Contingency.of(bins(table), first, second), comparison.smoothing());
    }

    /** The reference of a comparison on both sides. */
    static Comparison withItself(Comparison comparison) {
        Contingency table = comparison.contingency();
        long[] counts = all(table, table::reference);
        Profile profile = comparison.reference();
        return new Comparison(profile, profile, Contingency.of(bins(table), counts, counts), comparison.smoothing());
    }

    private static List<Bin> bins(Contingency table) {
        return IntStream.range(0, table.size()).mapToObj(table::bin).toList();
    }

    private static long[] all(Contingency table, IntToLongFunction count) {
        return IntStream.range(0, table.size()).mapToLong(count).toArray();
    }

    static long[] counts(Random random, int bins, int most) {
        return LongStream.generate(() -> random.nextInt(most)).limit(bins).toArray();
    }

    static Measure measure(String id) {
        return Measures.ALL.stream()
                .filter(measure -> measure.card().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** The value, or the statistic of a test. */
    static double number(MeasureResult result) {
        if (result instanceof MeasureResult.Value value) {
            return value.value();
        }
        if (result instanceof MeasureResult.Test test) {
            return test.statistic();
        }
        throw new AssertionError(result);
    }
}
