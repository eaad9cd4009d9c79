package io.tidemark.profile;

import io.tidemark.feature.BinKind;
import io.tidemark.feature.Bins;
import io.tidemark.feature.Numbers;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * What was seen of a numeric feature (or of a date, in days before the application).
 *
 * <p>Applicants are told apart into missing, special codes, NaN, the infinities, and <i>amounts</i>: all other numbers. Measures, moments
 * and quantiles are of the amounts.
 */
public final class NumericProfile implements Profile {
    private final long rows;
    private final long missing;
    private final long nan;
    private final long negativeInfinity;
    private final long positiveInfinity;
    private final long zeros;
    private final Map<Double, Long> specials;
    private final ValueCounts counts;
    private final double nonZeroMin;
    private final double nonZeroMax;
    private final long nonZeroAmounts;
    /** Made when they are asked for, where they follow from exact counts. */
    private volatile Moments nonZeroMoments;

    /** The sums are null where the counts are exact: they follow from them. */
    NumericProfile(
            long rows,
            long missing,
            long nan,
            long negativeInfinity,
            long positiveInfinity,
            long zeros,
            Map<Double, Long> specials,
            ValueCounts counts,
            double nonZeroMin,
            double nonZeroMax,
            ExactSum sum,
            ExactSum squares) {
        this.rows = rows;
        this.missing = missing;
        this.nan = nan;
        this.negativeInfinity = negativeInfinity;
        this.positiveInfinity = positiveInfinity;
        this.zeros = zeros;
        this.specials = new TreeMap<>(specials);
        this.counts = counts;
        this.nonZeroMin = nonZeroMin;
        this.nonZeroMax = nonZeroMax;
        this.nonZeroAmounts = countOf(counts);
        this.nonZeroMoments = sum == null ? null : new Moments(nonZeroAmounts, sum, squares);
    }

    /** The profile of no applicants: the identity of {@link #merge}. */
    public static NumericProfile empty(List<Double> specialValues) {
        return new NumericAccumulator(specialValues).profile();
    }

    @Override
    public Profile mergeWith(Profile other) {
        if (!(other instanceof NumericProfile same)) {
            throw new IllegalArgumentException("numbers and categories do not merge");
        }
        return merge(same);
    }

    /** Both together; associative and commutative. */
    public NumericProfile merge(NumericProfile other) {
        return merge(List.of(this, other));
    }

    /** All together: the same as one after the other, in one go. */
    static NumericProfile merge(List<NumericProfile> profiles) {
        NumericAccumulator all =
                new NumericAccumulator(List.copyOf(profiles.get(0).specials.keySet()));
        profiles.forEach(all::absorb);
        return all.profile();
    }

    private static Moments momentsOf(ValueCounts counts) {
        Moments.Builder builder = new Moments.Builder();
        for (int i = 0; i < counts.size(); i++) {
            builder.add(counts.lower(i), counts.count(i));
        }
        return builder.moments();
    }

    private static long countOf(ValueCounts counts) {
        long sum = 0;
        for (int i = 0; i < counts.size(); i++) {
            sum += counts.count(i);
        }
        return sum;
    }

    @Override
    public long rows() {
        return rows;
    }

    @Override
    public long missing() {
        return missing;
    }

    public long nan() {
        return nan;
    }

    public long negativeInfinity() {
        return negativeInfinity;
    }

    public long positiveInfinity() {
        return positiveInfinity;
    }

    public long zeros() {
        return zeros;
    }

    /** Applicants per configured special code. */
    public Map<Double, Long> specials() {
        return specials;
    }

    /** Applicants with any of the special codes. */
    public long special() {
        return specials.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Applicants with an amount. */
    public long amounts() {
        return nonZeroAmounts + zeros;
    }

    ValueCounts counts() {
        return counts;
    }

    double nonZeroMin() {
        return nonZeroMin;
    }

    double nonZeroMax() {
        return nonZeroMax;
    }

    Moments nonZeroMoments() {
        if (nonZeroMoments == null) {
            nonZeroMoments = momentsOf(counts);
        }
        return nonZeroMoments;
    }

    /** Whether every amount is counted by itself, so that what is derived is exact. */
    public boolean isExact() {
        return counts.isExact();
    }

    @Override
    public DistinctCount distinct() {
        int nonZero = isExact() ? counts.size() : Math.max(counts.size(), NumericAccumulator.EXACT_VALUES + 1);
        return new DistinctCount(nonZero + (zeros > 0 ? 1 : 0), isExact());
    }

    public OptionalDouble min() {
        return amounts() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(zeros > 0 ? Math.min(0, nonZeroMin) : nonZeroMin);
    }

    public OptionalDouble max() {
        return amounts() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(zeros > 0 ? Math.max(0, nonZeroMax) : nonZeroMax);
    }

    /** The mean of the amounts, from an exact sum. */
    public OptionalDouble mean() {
        return moments().mean();
    }

    /** The standard deviation of the amounts (n − 1 below), from exact sums. */
    public OptionalDouble standardDeviation() {
        return moments().standardDeviation();
    }

    private Moments moments() {
        Moments nonZero = nonZeroMoments();
        return new Moments(amounts(), nonZero.sum(), nonZero.squares());
    }

    /** The amounts in order, with their counts. */
    public Distribution distribution() {
        return Distribution.of(counts, zeros);
    }

    /** The amounts of both profiles at the resolution of the coarser one, so that they compare bucket by bucket. */
    public static DistributionPair aligned(NumericProfile reference, NumericProfile current) {
        int shift = Math.max(reference.counts.shift(), current.counts.shift());
        return new DistributionPair(
                Distribution.of(reference.counts.atShift(shift), reference.zeros),
                Distribution.of(current.counts.atShift(shift), current.zeros));
    }

    @Override
    public long[] countInto(Bins bins) {
        long[] counted = new long[bins.size()];
        if (zeros > 0) {
            counted[bins.indexOf(0)] += zeros;
        }
        for (int i = 0; i < counts.size(); i++) {
            counted[bins.indexOf(counts.middle(i))] += counts.count(i);
        }
        specials.forEach((value, count) -> counted[bins.indexOfSpecial(value)] += count);
        counted[bins.indexOfSpecial(Double.NaN)] += nan;
        counted[bins.indexOfSpecial(Double.NEGATIVE_INFINITY)] += negativeInfinity;
        counted[bins.indexOfSpecial(Double.POSITIVE_INFINITY)] += positiveInfinity;
        counted[bins.indexOf(BinKind.MISSING)] += missing;
        return counted;
    }

    /** The amounts that fall into the bins of a kind and that at least {@code floor} applicants carry, as text; the most frequent first. */
    public List<String> valuesInto(Bins bins, BinKind kind, long floor) {
        Distribution distribution = distribution();
        return IntStream.range(0, distribution.size())
                .filter(i -> distribution.count(i) >= floor)
                .filter(i ->
                        bins.list().get(bins.indexOf(distribution.value(i))).kind() == kind)
                .boxed()
                .sorted(Comparator.comparingLong(distribution::count).reversed())
                .map(i -> Numbers.text(distribution.value(i)))
                .toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NumericProfile that
                && Arrays.equals(ProfileCodec.encode(this), ProfileCodec.encode(that));
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(ProfileCodec.encode(this));
    }
}
