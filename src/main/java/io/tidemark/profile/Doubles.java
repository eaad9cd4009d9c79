package io.tidemark.profile;

/** The 64 bits of a double, and their image in the order of the numbers. */
final class Doubles {
    static final int MANTISSA_BITS = 52;
    static final long MANTISSA = (1L << MANTISSA_BITS) - 1;
    static final int EXPONENT_MASK = 0x7FF;
    /** The exponent of the lowest bit of a double whose biased exponent is 0. */
    private static final int LOWEST_EXPONENT = -1075;

    private Doubles() {}

    /** Sign and biased exponent, 0..4095: the octave of a double. */
    static int octave(long bits) {
        return (int) (bits >>> MANTISSA_BITS);
    }

    /** The 53-bit integer m of a double ±m × 2^{@link #unitExponent}. */
    static long mantissa(long bits) {
        long fraction = bits & MANTISSA;
        return (octave(bits) & EXPONENT_MASK) == 0 ? fraction : fraction | (1L << MANTISSA_BITS);
    }

    /** The same of a normal double, without a look at its exponent. */
    static long normalMantissa(long bits) {
        return (bits & MANTISSA) | (1L << MANTISSA_BITS);
    }

    static int unitExponent(int octave) {
        return Math.max(octave & EXPONENT_MASK, 1) + LOWEST_EXPONENT;
    }

    static boolean isNegative(int octave) {
        return octave > EXPONENT_MASK;
    }

    /** A long that is ordered as the doubles are; {@link #fromKey} undoes it. */
    static long key(long bits) {
        return bits ^ ((bits >> 63) & Long.MAX_VALUE);
    }

    static double fromKey(long key) {
        return Double.longBitsToDouble(key ^ ((key >> 63) & Long.MAX_VALUE));
    }
}
