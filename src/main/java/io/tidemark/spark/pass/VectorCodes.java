package io.tidemark.spark.pass;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.catalyst.expressions.Cast;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.ByteType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.FloatType;
import org.apache.spark.sql.types.IntegerType;
import org.apache.spark.sql.types.LongType;
import org.apache.spark.sql.types.ShortType;
import org.apache.spark.sql.types.TimestampNTZType;
import org.apache.spark.sql.types.TimestampType;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.unsafe.types.UTF8String;
import scala.Option;

/** Reads values that are no strings as categories: each different one is written as a text once, as Spark's own cast writes it. */
final class VectorCodes implements VectorTexts {
    private static final int SMALL = 1 << 10;
    private static final int UNKNOWN = -2;
    private static final Option<String> UTC = Option.apply("UTC");

    private final DataType type;
    private final Access access;
    private final TextDictionary dictionary;
    private final int[] small = new int[SMALL];
    private final Map<Long, Integer> large = new HashMap<>();
    /** How many texts the dictionary had when an id was last taken from it: fewer mean that it was cleared. */
    private int known;

    VectorCodes(DataType type, TextDictionary dictionary) {
        this.type = type;
        this.access = Access.to(type);
        this.dictionary = dictionary;
        forget();
    }

    static boolean reads(DataType type) {
        return Access.to(type) != null;
    }

    private void forget() {
        Arrays.fill(small, UNKNOWN);
        large.clear();
    }

    @Override
    public void read(ColumnVector vector, int rows, int[] into) {
        if (dictionary.size() < known) {
            forget();
        }
        for (int row = 0; row < rows; row++) {
            into[row] = vector.isNullAt(row) ? Block.NO_TEXT : id(vector, row);
        }
        known = dictionary.size();
    }

    private int id(ColumnVector vector, int row) {
        long code = access.code().of(vector, row);
        if (code >= 0 && code < SMALL) {
            int place = (int) code;
            if (small[place] == UNKNOWN) {
                small[place] = dictionary.id(text(vector, row));
            }
            return small[place];
        }
        Integer id = large.get(code);
        if (id == null) {
            id = dictionary.id(text(vector, row));
            large.put(code, id);
        }
        return id;
    }

    private UTF8String text(ColumnVector vector, int row) {
        Literal value = new Literal(access.value().of(vector, row), type);
        return (UTF8String) new Cast(value, DataTypes.StringType, UTC).eval(null);
    }

    /** A number that tells the values of a type apart. */
    private interface Code {
        long of(ColumnVector vector, int row);
    }

    /** The value as Spark has it in a row. */
    private interface Value {
        Object of(ColumnVector vector, int row);
    }

    /** How values of a type are read. */
    private record Access(Code code, Value value) {
        /** The access to a type; null where there is none. */
        private static Access to(DataType type) {
            if (type instanceof BooleanType) {
                return new Access((vector, row) -> vector.getBoolean(row) ? 1 : 0, ColumnVector::getBoolean);
            }
            if (type instanceof ByteType) {
                return new Access(ColumnVector::getByte, ColumnVector::getByte);
            }
            if (type instanceof ShortType) {
                return new Access(ColumnVector::getShort, ColumnVector::getShort);
            }
            if (type instanceof IntegerType || type instanceof DateType) {
                return new Access(ColumnVector::getInt, ColumnVector::getInt);
            }
            if (type instanceof LongType || type instanceof TimestampType || type instanceof TimestampNTZType) {
                return new Access(ColumnVector::getLong, ColumnVector::getLong);
            }
            if (type instanceof FloatType) {
                return new Access((vector, row) -> Float.floatToIntBits(vector.getFloat(row)), ColumnVector::getFloat);
            }
            if (type instanceof DoubleType) {
                return new Access(
                        (vector, row) -> Double.doubleToLongBits(vector.getDouble(row)), ColumnVector::getDouble);
            }
            return ShortDecimals.is(type) ? toDecimal((DecimalType) type) : null;
        }

        private static Access toDecimal(DecimalType type) {
            int precision = type.precision();
            int scale = type.scale();
            return new Access(
                    (vector, row) -> vector.getDecimal(row, precision, scale).toUnscaledLong(),
                    (vector, row) -> vector.getDecimal(row, precision, scale));
        }
    }
}
