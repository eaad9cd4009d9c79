package io.tidemark.spark.pass;

import io.tidemark.profile.Cells;
import org.apache.spark.sql.execution.vectorized.WritableColumnVector;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.ByteType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.FloatType;
import org.apache.spark.sql.types.IntegerType;
import org.apache.spark.sql.types.LongType;
import org.apache.spark.sql.types.ShortType;
import org.apache.spark.sql.vectorized.ColumnVector;

/**
 * Reads a vector of numbers as cells.
 *
 * @param column reads all rows: each type has a loop of its own, so that each is compiled for itself
 * @param single reads one row, whose number is there
 */
record VectorNumbers(ColumnReader column, CellReader single) {
    /** Reads the first rows of a vector. */
    interface ColumnReader {
        void read(ColumnVector vector, int rows, long[] into);
    }

    /** Reads one row of a vector. */
    interface CellReader {
        long read(ColumnVector vector, int row);
    }

    /** The reader of a type; null where there is none. */
    static VectorNumbers of(DataType type) {
        if (type instanceof DoubleType) {
            return new VectorNumbers(VectorNumbers::doubles, (vector, row) -> Cells.of(vector.getDouble(row)));
        }
        if (type instanceof FloatType) {
            return new VectorNumbers(VectorNumbers::floats, (vector, row) -> Cells.of(vector.getFloat(row)));
        }
        if (type instanceof IntegerType) {
            return new VectorNumbers(VectorNumbers::ints, (vector, row) -> Cells.of(vector.getInt(row)));
        }
        if (type instanceof LongType) {
            return new VectorNumbers(VectorNumbers::longs, (vector, row) -> Cells.of((double) vector.getLong(row)));
        }
        if (type instanceof ShortType) {
            return new VectorNumbers(VectorNumbers::shorts, (vector, row) -> Cells.of(vector.getShort(row)));
        }
        if (type instanceof ByteType) {
            return new VectorNumbers(VectorNumbers::bytes, (vector, row) -> Cells.of(vector.getByte(row)));
        }
        if (type instanceof BooleanType) {
            return new VectorNumbers(
                    VectorNumbers::booleans, (vector, row) -> Cells.of(vector.getBoolean(row) ? 1 : 0));
        }
        return type instanceof DecimalType decimal ? ofDecimals(decimal.precision(), decimal.scale()) : null;
    }

    private static VectorNumbers ofDecimals(int precision, int scale) {
        CellReader single = precision > Decimal.MAX_LONG_DIGITS()
                ? (vector, row) ->
                        Cells.of(vector.getDecimal(row, precision, scale).toDouble())
                : (vector, row) -> Cells.of(ShortDecimals.toDouble(
                        vector.getDecimal(row, precision, scale).toUnscaledLong(), scale));
        return new VectorNumbers((vector, rows, into) -> decimals(vector, rows, into, precision, scale), single);
    }

    private static void doubles(ColumnVector vector, int rows, long[] into) {
        if (!vector.hasNull()) {
            for (int row = 0; row < rows; row++) {
                into[row] = Cells.of(vector.getDouble(row));
            }
            return;
        }
        for (int row = 0; row < rows; row++) {
            into[row] = vector.isNullAt(row) ? Cells.MISSING : Cells.of(vector.getDouble(row));
        }
    }

    private static void floats(ColumnVector vector, int rows, long[] into) {
        for (int row = 0; row < rows; row++) {
            into[row] = vector.isNullAt(row) ? Cells.MISSING : Cells.of(vector.getFloat(row));
        }
    }

    private static void ints(ColumnVector vector, int rows, long[] into) {
        if (!vector.hasNull()) {
            for (int row = 0; row < rows; row++) {
                into[row] = Cells.of(vector.getInt(row));
            }
            return;
        }
        for (int row = 0; row < rows; row++) {
            into[row] = vector.isNullAt(row) ? Cells.MISSING : Cells.of(vector.getInt(row));
        }
    }

    private static void longs(ColumnVector vector, int rows, long[] into) {
        if (!vector.hasNull()) {
            for (int row = 0; row < rows; row++) {
                into[row] = Cells.of((double) vector.getLong(row));
            }
            return;
        }
        for (int row = 0; row < rows; row++) {
            into[row] = vector.isNullAt(row) ? Cells.MISSING : Cells.of((double) vector.getLong(row));
        }
    }

    private static void shorts(ColumnVector vector, int rows, long[] into) {
        for (int row = 0; row < rows; row++) {
            into[row] = vector.isNullAt(row) ? Cells.MISSING : Cells.of(vector.getShort(row));
        }
    }

    private static void bytes(ColumnVector vector, int rows, long[] into) {
        for (int row = 0; row < rows; row++) {
            into[row] = vector.isNullAt(row) ? Cells.MISSING : Cells.of(vector.getByte(row));
        }
    }

    private static void booleans(ColumnVector vector, int rows, long[] into) {
        for (int row = 0; row < rows; row++) {
            into[row] = vector.isNullAt(row) ? Cells.MISSING : Cells.of(vector.getBoolean(row) ? 1 : 0);
        }
    }

    private static void decimals(ColumnVector vector, int rows, long[] into, int precision, int scale) {
        // Spark's own vectors hold short decimals unscaled.
        if (!(vector instanceof WritableColumnVector) || precision > Decimal.MAX_LONG_DIGITS()) {
            for (int row = 0; row < rows; row++) {
                into[row] = vector.isNullAt(row)
                        ? Cells.MISSING
                        : Cells.of(vector.getDecimal(row, precision, scale).toDouble());
            }
            return;
        }
        boolean isInt = precision <= Decimal.MAX_INT_DIGITS();
        for (int row = 0; row < rows; row++) {
            if (vector.isNullAt(row)) {
                into[row] = Cells.MISSING;
            } else {
                long unscaled = isInt ? vector.getInt(row) : vector.getLong(row);
                into[row] = Cells.of(ShortDecimals.toDouble(unscaled, scale));
            }
        }
    }
}
