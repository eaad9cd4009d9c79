package io.tidemark.profile;

import java.math.BigInteger;

/**
 * A sum of doubles without rounding: {@code mantissa × 2^exponent}. Addition is therefore associative, which that of doubles is not, and the
 * same values give the same sum whatever their order.
 *
 * @param mantissa odd, or zero
 * @param exponent zero where the mantissa is
 */
record ExactSum(BigInteger mantissa, int exponent) {
    static final ExactSum ZERO = new ExactSum(BigInteger.ZERO, 0);

    /** A quotient of so many bits fits into a long, and its last bits are below those that a double keeps. */
    private static final int QUOTIENT_BITS = 62;
    /** Two bits below the smallest double: one to see the half, one to see whether there is more than the half. */
    private static final int LOWEST_UNIT = -1076;

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

    /** The sum over a positive divisor, rounded once, to the nearest double; infinite where it exceeds the doubles. */
    double over(BigInteger divisor) {
        int unit = Math.max(magnitudeOver(divisor) - QUOTIENT_BITS, LOWEST_UNIT);
        BigInteger[] parts = dividedBy(divisor, unit);
        return mantissa.signum() * rounded(parts[0], parts[1].signum() != 0, unit);
    }

    /** The square root of the sum over a positive divisor, rounded once; the sum must not be negative. */
    double rootOver(BigInteger divisor) {
        int unit = Math.max(Math.floorDiv(magnitudeOver(divisor), 2) - QUOTIENT_BITS + 1, LOWEST_UNIT);
        BigInteger[] parts = dividedBy(divisor, 2 * unit);
        BigInteger[] root = parts[0].sqrtAndRemainder();
        return rounded(root[0], parts[1].signum() + root[1].signum() != 0, unit);
    }

    /** The quotient lies between 2^(magnitude − 1) and 2^(magnitude + 1). */
    private int magnitudeOver(BigInteger divisor) {
        // Without the sign: −1 has a bit length of 0.
        return mantissa.abs().bitLength() - divisor.bitLength() + exponent;
    }

    /** The sum without its sign over a divisor, in whole units of 2^unit, and what is left over. */
    private BigInteger[] dividedBy(BigInteger divisor, int unit) {
        return mantissa.abs()
                .shiftLeft(Math.max(0, exponent - unit))
                .divideAndRemainder(divisor.shiftLeft(Math.max(0, unit - exponent)));
    }

    /** The nearest double to {@code whole × 2^unit}, or where there is more, to a little above it. */
    private static double rounded(BigInteger whole, boolean more, int unit) {
        return Math.scalb((double) (whole.longValueExact() | (more ? 1 : 0)), unit);
    }
}
