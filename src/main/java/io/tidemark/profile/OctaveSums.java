package io.tidemark.profile;

import java.math.BigInteger;

/**
 * Exact Σ m and Σ m² over the 53-bit mantissas m of doubles that share sign and exponent.
 *
 * <p>The hot path adds 32-bit pieces into longs; they are carried over into big integers before they can overflow.
 */
final class OctaveSums {
    private static final long LOW_32 = 0xFFFF_FFFFL;
    /** The high piece of m² has up to 42 bits: 2^20 of them fit into 63 with room to spare. */
    private static final int CARRY_EVERY = 1 << 20;

    private long sumLow;
    private long sumHigh;
    private long squareLow;
    private long squareMiddle;
    private long squareHigh;
    private int pending;
    private BigInteger sum = BigInteger.ZERO;
    private BigInteger squares = BigInteger.ZERO;

    void add(long mantissa) {
        sumLow += mantissa & LOW_32;
        sumHigh += mantissa >>> 32;
        long low = mantissa * mantissa;
        squareLow += low & LOW_32;
        squareMiddle += low >>> 32;
        squareHigh += Math.multiplyHigh(mantissa, mantissa);
        if (++pending == CARRY_EVERY) {
            carry();
        }
    }

    void add(long mantissa, long times) {
        BigInteger m = BigInteger.valueOf(mantissa);
        BigInteger weighted = m.multiply(BigInteger.valueOf(times));
        sum = sum.add(weighted);
        squares = squares.add(weighted.multiply(m));
    }

    BigInteger sum() {
        carry();
        return sum;
    }

    BigInteger squares() {
        carry();
        return squares;
    }

    private void carry() {
        sum = sum.add(BigInteger.valueOf(sumHigh).shiftLeft(32)).add(BigInteger.valueOf(sumLow));
        squares = squares.add(BigInteger.valueOf(squareHigh).shiftLeft(64))
                .add(BigInteger.valueOf(squareMiddle).shiftLeft(32))
                .add(BigInteger.valueOf(squareLow));
        sumLow = 0;
        sumHigh = 0;
        squareLow = 0;
        squareMiddle = 0;
        squareHigh = 0;
        pending = 0;
    }
}
