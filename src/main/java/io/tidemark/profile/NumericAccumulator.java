package io.tidemark.profile;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts the numbers of one feature as they come by, and takes in other profiles of it.
 *
 * <p>Up to {@link #EXACT_VALUES} different non-zero amounts each is counted by itself; beyond that they are counted in narrow buckets. What
 * it comes to depends on the multiset of values alone, not on their order nor on how they were split and merged.
 */
public final class NumericAccumulator {
    /** How many different non-zero amounts are told apart. */
    public static final int EXACT_VALUES = 2_048;

    private final double[] specialValues;
    private final long[] specialCounts;
    private long rows;
    private long missing;
    private long nan;
    private long negativeInfinity;
    private long positiveInfinity;
    private long zeros;
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;
    private ExactCounts exact = new ExactCounts();
    private CoarseCounts coarse;
    /** Moments of what was absorbed in buckets, whose single values are no longer known. */
    private Moments absorbed = Moments.NONE;

    public NumericAccumulator(List<Double> specialValues) {
        this.specialValues = specialValues.stream()
                .mapToDouble(Double::doubleValue)
                .distinct()
                .sorted()
                .toArray();
        this.specialCounts = new long[this.specialValues.length];
    }

    public void addMissing() {
        rows++;
        missing++;
    }

    public void add(double value) {
        rows++;
        for (int i = 0; i < specialValues.length; i++) {
            if (value == specialValues[i]) {
                specialCounts[i]++;
                return;
            }
        }
        if (value == 0) {
            zeros++;
        } else if (Math.abs(value) <= Double.MAX_VALUE) {
            addAmount(value);
        } else {
            addNoAmount(value, 1);
        }
    }

    private void addAmount(double value) {
        if (value < min) {
            min = value;
        }
        if (value > max) {
            max = value;
        }
        long bits = Double.doubleToRawLongBits(value);
        if (coarse != null) {
            coarse.add(bits);
        } else {
            exact.add(bits, 1);
            if (exact.size() > EXACT_VALUES) {
                coarsen();
            }
        }
    }

    private void addNoAmount(double value, long times) {
        if (value > 0) {
            positiveInfinity += times;
        } else if (value < 0) {
            negativeInfinity += times;
        } else {
            nan += times;
        }
    }

    private void coarsen() {
        coarse = new CoarseCounts();
        exact.forEach(coarse::add);
        exact = new ExactCounts();
    }

    /**
     * Takes in what another accumulator came to.
     *
     * @throws IllegalArgumentException if the other one counted other special values
     */
    public void absorb(NumericProfile other) {
        rows += other.rows();
        missing += other.missing();
        nan += other.nan();
        negativeInfinity += other.negativeInfinity();
        positiveInfinity += other.positiveInfinity();
        zeros += other.zeros();
        if (!other.specials().keySet().equals(specials().keySet())) {
            throw new IllegalArgumentException("profiles with special values "
                    + specials().keySet() + " and " + other.specials().keySet() + " do not merge");
        }
        for (int i = 0; i < specialValues.length; i++) {
            specialCounts[i] += other.specials().get(specialValues[i]);
        }
        min = Math.min(min, other.nonZeroMin());
        max = Math.max(max, other.nonZeroMax());
        ValueCounts counts = other.counts();
        if (!counts.isExact()) {
            if (coarse == null) {
                coarsen();
            }
            coarse.absorb(counts);
            absorbed = absorbed.plus(other.nonZeroMoments());
            return;
        }
        for (int i = 0; i < counts.size(); i++) {
            long bits = Double.doubleToRawLongBits(counts.lower(i));
            if (coarse != null) {
                coarse.add(bits, counts.count(i));
            } else {
                exact.add(bits, counts.count(i));
                if (exact.size() > EXACT_VALUES) {
                    coarsen();
                }
            }
        }
    }

    /** What has been counted so far. */
    public NumericProfile profile() {
        ValueCounts counts = coarse == null ? exact.sorted() : coarse.sorted();
        Moments moments = coarse == null ? null : coarse.moments().plus(absorbed);
        return new NumericProfile(
                rows,
                missing,
                nan,
                negativeInfinity,
                positiveInfinity,
                zeros,
                specials(),
                counts,
                min,
                max,
                moments == null ? null : moments.sum(),
                moments == null ? null : moments.squares());
    }

    private Map<Double, Long> specials() {
        Map<Double, Long> specials = new TreeMap<>();
        for (int i = 0; i < specialValues.length; i++) {
            specials.put(specialValues[i], specialCounts[i]);
        }
        return specials;
    }
}
