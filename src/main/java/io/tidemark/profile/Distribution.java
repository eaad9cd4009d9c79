package io.tidemark.profile;

import java.util.Arrays;

/**
 * Amounts in ascending order, each with its count. Where a profile counts in buckets, an amount is the middle of its bucket.
 */
public final class Distribution {
    private final double[] lower;
    private final double[] value;
    private final double[] upper;
    private final long[] cumulative;

    private Distribution(double[] lower, double[] value, double[] upper, long[] cumulative) {
        this.lower = lower;
        this.value = value;
        this.upper = upper;
        this.cumulative = cumulative;
    }

    /** Counts with zeros put in their place. */
    static Distribution of(ValueCounts counts, long zeros) {
        int size = counts.size() + (zeros > 0 ? 1 : 0);
        double[] lower = new double[size];
        // A bucket of a single value begins and ends there.
        double[] value = counts.isExact() ? lower : new double[size];
        double[] upper = counts.isExact() ? lower : new double[size];
        long[] cumulative = new long[size];
        long sum = 0;
        boolean zeroPending = zeros > 0;
        int next = 0;
        for (int i = 0; i <= counts.size(); i++) {
            boolean end = i == counts.size();
            if (zeroPending && (end || counts.key(i) >= 0)) {
                sum += zeros;
                cumulative[next++] = sum;
                zeroPending = false;
            }
            if (!end) {
                lower[next] = counts.lower(i);
                if (!counts.isExact()) {
                    value[next] = counts.middle(i);
                    upper[next] = counts.upper(i);
                }
                sum += counts.count(i);
                cumulative[next++] = sum;
            }
        }
        return new Distribution(lower, value, upper, cumulative);
    }

    /** How many different amounts (or buckets) there are. */
    public int size() {
        return value.length;
    }

    public double value(int i) {
        return value[i];
    }

    public long count(int i) {
        return i == 0 ? cumulative[0] : cumulative[i] - cumulative[i - 1];
    }

    /** How many amounts are at or below the i-th. */
    public long cumulative(int i) {
        return cumulative[i];
    }

    /** How many amounts there are. */
    public long total() {
        return cumulative.length == 0 ? 0 : cumulative[cumulative.length - 1];
    }

    /**
     * The q-quantile by linear interpolation between order statistics (type 7 of Hyndman and Fan 1996, as in NumPy and R); where amounts are
     * counted in buckets, the lower end of the bucket that holds it, so that no bucket lies across a quantile.
     *
     * @param q 0..1
     * @throws IllegalStateException if there is no amount
     */
    public double quantile(double q) {
        if (total() == 0) {
            throw new IllegalStateException("no amounts, no quantiles");
        }
        double position = q * (total() - 1);
        long below = (long) Math.floor(position);
        double fraction = position - below;
        int bucket = indexOfRank(below);
        double a = lower[bucket];
        if (upper[bucket] > a) {
            return a;
        }
        double b = lower[indexOfRank(Math.min(below + 1, total() - 1))];
        double span = b - a;
        if (Double.isInfinite(span)) {
            return a * (1 - fraction) + b * fraction;
        }
        return fraction >= 0.5 ? b - span * (1 - fraction) : a + span * fraction;
    }

    /** The lowest end of any bucket. */
    public double lowest() {
        return lower[0];
    }

    /** The highest end of any bucket. */
    public double highest() {
        return upper[upper.length - 1];
    }

    /** Where the amount stands that has {@code rank} amounts before it. */
    private int indexOfRank(long rank) {
        int low = 0;
        int high = cumulative.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (cumulative[middle] > rank) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** The same counts with every amount multiplied by a positive factor. */
    public Distribution times(double factor) {
        return new Distribution(scaled(lower, factor), scaled(value, factor), scaled(upper, factor), cumulative);
    }

    private static double[] scaled(double[] amounts, double factor) {
        return Arrays.stream(amounts).map(amount -> amount * factor).toArray();
    }
}
