package io.tidemark.profile;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/**
 * A sum of doubles without rounding: {@code mantissa × 2^exponent}. Addition is therefore associative, which that of doubles is not, and the
 * same values give the same sum whatever their order.
 *
 * @param mantissa odd, or zero
 * @param exponent zero where the mantissa is
 */
record ExactSum(BigInteger mantissa, int exponent) {
    static final ExactSum ZERO = new ExactSum(BigInteger.ZERO, 0);

    /** More digits than two doubles hold, so that the last rounding is the only one that shows. */
    private static final MathContext DIGITS = new MathContext(60);

    /** The sum {@code mantissa × 2^exponent} in its one normal form. */
    static ExactSum of(BigInteger mantissa, int exponent) {
        if (mantissa.signum() == 0) {
            return ZERO;
        }
        int zeros = mantissa.getLowestSetBit();
        return new ExactSum(mantissa.shiftRight(zeros), exponent + zeros);
    }

    ExactSum plus(ExactSum other) {
        if (mantissa.signum() == 0) {
            return other;
        }
        if (other.mantissa.signum() == 0) {
            return this;
        }
        int low = Math.min(exponent, other.exponent);
        return of(mantissa.shiftLeft(exponent - low).add(other.mantissa.shiftLeft(other.exponent - low)), low);
    }

    ExactSum minus(ExactSum other) {
        return plus(new ExactSum(other.mantissa.negate(), other.exponent));
    }

    ExactSum times(long factor) {
        return of(mantissa.multiply(BigInteger.valueOf(factor)), exponent);
    }

    ExactSum squared() {
        return of(mantissa.multiply(mantissa), 2 * exponent);
    }

    /** The sum over a positive divisor, rounded to a double; infinite where it exceeds the doubles. */
    double over(BigInteger divisor) {
        return new BigDecimal(mantissa)
                .multiply(BigDecimal.valueOf(2).pow(exponent, DIGITS), DIGITS)
                .divide(new BigDecimal(divisor), DIGITS)
                .doubleValue();
    }
}
