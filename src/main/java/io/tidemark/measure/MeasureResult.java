package io.tidemark.measure;

import java.io.Serializable;

/** What a measure came to. Undefined is a result with a reason, never a NaN. */
public sealed interface MeasureResult extends Serializable {
    /** A finite number. */
    record Value(double value) implements MeasureResult {
        public Value {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("a measure's value must be finite, not " + value);
            }
        }

        /** A number that rounding alone can have put above 1. */
        static Value upToOne(double value) {
            return new Value(Math.min(1, value));
        }
    }

    /**
     * A test statistic.
     *
     * @param pValue the probability of such a statistic or a larger one if nothing had changed
     */
    record Test(double statistic, double pValue) implements MeasureResult {
        public Test {
            if (!Double.isFinite(statistic) || !(pValue >= 0 && pValue <= 1)) {
                throw new IllegalArgumentException("not a test: statistic " + statistic + ", p " + pValue);
            }
        }
    }

    /** There is no value, and why. */
    record Undefined(String reason) implements MeasureResult {}
}
