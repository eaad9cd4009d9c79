package io.tidemark.profile;

import java.math.BigInteger;
import java.util.OptionalDouble;

/**
 * Exact Σ x and Σ x² of a feature's amounts.
 *
 * @param count n, the number of amounts
 */
record Moments(long count, ExactSum sum, ExactSum squares) {
    static final Moments NONE = new Moments(0, ExactSum.ZERO, ExactSum.ZERO);

    Moments plus(Moments other) {
        return new Moments(count + other.count, sum.plus(other.sum), squares.plus(other.squares));
    }

    /** The arithmetic mean; empty where there is no amount. */
    OptionalDouble mean() {
        return count == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum.over(BigInteger.valueOf(count)));
    }

    /**
     * The standard deviation of the sample, sqrt((n Σx² − (Σx)²) / (n (n−1))), rounded once, after the root, so that squares of amounts may
     * exceed the doubles; empty for fewer than two amounts and where the deviation itself exceeds them.
     */
    OptionalDouble standardDeviation() {
        if (count < 2) {
            return OptionalDouble.empty();
        }
        ExactSum spread = squares.times(count).minus(sum.squared());
        double deviation = spread.rootOver(BigInteger.valueOf(count).multiply(BigInteger.valueOf(count - 1)));
        return Double.isFinite(deviation) ? OptionalDouble.of(deviation) : OptionalDouble.empty();
    }

    /** The moments of values with their counts. */
    static Moments of(double[] values, long[] counts) {
        Builder builder = new Builder();
        for (int i = 0; i < values.length; i++) {
            builder.add(values[i], counts[i]);
        }
        return builder.moments();
    }

    /** Gathers sums octave by octave; consecutive values of one octave cost least. */
    static final class Builder {
        private Moments done = NONE;
        private int octave = -1;
        private OctaveSums sums = ofOne();
        private long pending;

        private static OctaveSums ofOne() {
            OctaveSums one = new OctaveSums();
            one.makeRoom(1);
            return one;
        }

        void add(double value, long times) {
            long bits = Double.doubleToRawLongBits(value);
            if (Doubles.octave(bits) != octave) {
                close();
                octave = Doubles.octave(bits);
            }
            sums.add(0, Doubles.mantissa(bits), times);
            pending += times;
        }

        Moments moments() {
            close();
            return done;
        }

        private void close() {
            if (pending > 0) {
                done = done.plus(of(octave, pending, sums, 0));
                sums = ofOne();
                pending = 0;
            }
        }
    }

    /** The moments of the amounts of one octave, whose sums are at a place among those of others. */
    static Moments of(int octave, long count, OctaveSums sums, int place) {
        int unit = Doubles.unitExponent(octave);
        BigInteger sum = sums.sum(place);
        return new Moments(
                count,
                ExactSum.of(Doubles.isNegative(octave) ? sum.negate() : sum, unit),
                ExactSum.of(sums.squares(place), 2 * unit));
    }
}
