package io.tidemark.profile;

import java.math.BigInteger;

/**
 * Exact Σ m and Σ m² over the 53-bit mantissas m of doubles that share sign and exponent.
 *
 * <p>The hot path adds into longs; whoever calls it lets them be carried over before they can overflow.
 */
final class OctaveSums {
    /** After so many additions the sums must be carried: so many mantissas fit into 64 bits. */
    static final int CARRY_EVERY = 1 << 11;

    private static final long LOW_32 = 0xFFFF_FFFFL;
    /** Between two carries of it the upper half of Σ m² grows by less than this. */
    private static final long ROOM = 1L << 62;

    /** Σ m since the last carry, unsigned. */
    private long sum;

    private long sumLow;
    private long sumHigh;
    /** Σ m² in 128 bits. */
    private long squareLow;

    private long squareHigh;
    private BigInteger weighted = BigInteger.ZERO;
    private BigInteger squares = BigInteger.ZERO;

    void add(long mantissa) {
        sum += mantissa;
        addSquares(Math.multiplyHigh(mantissa, mantissa), mantissa * mantissa);
    }

    /** Adds 128 bits. The carry is taken from the bits: it comes as good as at random, and a branch on it would be mispredicted. */
    private void addSquares(long high, long low) {
        long before = squareLow;
        long after = before + low;
        squareHigh += high + (((before & low) | ((before | low) & ~after)) >>> 63);
        squareLow = after;
    }

    /** Adds a mantissa several times; leaves as much room as there was. */
    void add(long mantissa, long times) {
        if (times <= CARRY_EVERY) {
            carry();
            sum = mantissa * times;
            carry();
            long low = mantissa * mantissa;
            long lowOverflow = ((low >>> 32) * times + (((low & LOW_32) * times) >>> 32)) >>> 32;
            addSquares(Math.multiplyHigh(mantissa, mantissa) * times + lowOverflow, low * times);
            return;
        }
        BigInteger m = BigInteger.valueOf(mantissa);
        BigInteger all = m.multiply(BigInteger.valueOf(times));
        weighted = weighted.add(all);
        squares = squares.add(all.multiply(m));
    }

    /** Makes room for {@link #CARRY_EVERY} more. */
    void carry() {
        sumLow += sum & LOW_32;
        sumHigh += sum >>> 32;
        sum = 0;
        if (squareHigh > ROOM) {
            carrySquares();
        }
    }

    private void carrySquares() {
        squares = squares.add(BigInteger.valueOf(squareHigh).shiftLeft(64))
                .add(BigInteger.valueOf(squareLow >>> 32).shiftLeft(32))
                .add(BigInteger.valueOf(squareLow & LOW_32));
        squareLow = 0;
        squareHigh = 0;
    }

    BigInteger sum() {
        carry();
        return weighted.add(BigInteger.valueOf(sumHigh).shiftLeft(32)).add(BigInteger.valueOf(sumLow));
    }

    BigInteger squares() {
        carrySquares();
        return squares;
    }
}
