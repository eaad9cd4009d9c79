package io.tidemark.spark.pass;

import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.sql.types.DecimalType;

/** Decimals whose digits fit into a long: their doubles are found by one division, or where that would round twice, by way of their texts. */
final class ShortDecimals {
    /** Powers of ten that are doubles themselves, so that a division by them rounds once. */
    private static final int MOST_EXACT_SCALE = 22;
    /** Whole numbers up to here are doubles themselves. */
    private static final long MOST_EXACT_WHOLE = 1L << 53;

    private static final double[] POWERS_OF_TEN = new double[MOST_EXACT_SCALE + 1];

    static {
        for (int scale = 0; scale <= MOST_EXACT_SCALE; scale++) {
            POWERS_OF_TEN[scale] = Double.parseDouble("1e" + scale);
        }
    }

    private ShortDecimals() {}

    static boolean is(DataType type) {
        return type instanceof DecimalType decimal && decimal.precision() <= Decimal.MAX_LONG_DIGITS();
    }

    /** The nearest double to {@code unscaled / 10^scale}. */
    static double toDouble(long unscaled, int scale) {
        return Math.abs(unscaled) <= MOST_EXACT_WHOLE
                ? unscaled / POWERS_OF_TEN[scale]
                : Decimal.createUnsafe(unscaled, Decimal.MAX_LONG_DIGITS(), scale)
                        .toDouble();
    }
}
