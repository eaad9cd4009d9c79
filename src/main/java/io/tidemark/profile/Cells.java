package io.tidemark.profile;

/**
 * What one applicant shows of a numeric feature, in 64 bits: the bits of a double, or that there is none.
 *
 * <p>Both zeros are one cell, and all NaNs are another, so that equal values have equal cells.
 */
public final class Cells {
    /** The cell of an applicant without a value; a NaN that no value becomes. */
    public static final long MISSING = 0x7FF0_0000_0000_0001L;
    /** A NaN that is no cell at all: marks free places in tables of cells. */
    static final long NONE = 0x7FF0_0000_0000_0002L;

    static final long ZERO = 0;
    static final long NAN = Double.doubleToLongBits(Double.NaN);
    static final long NEGATIVE_INFINITY = Double.doubleToLongBits(Double.NEGATIVE_INFINITY);
    static final long POSITIVE_INFINITY = Double.doubleToLongBits(Double.POSITIVE_INFINITY);

    private Cells() {}

    /** The cell of a value. */
    public static long of(double value) {
        return Double.doubleToLongBits(value + 0.0);
    }

    /** Whether a cell holds a finite number other than zero. */
    static boolean isAmount(long cell) {
        return cell != ZERO && (Doubles.octave(cell) & Doubles.EXPONENT_MASK) != Doubles.EXPONENT_MASK;
    }
}
