package io.tidemark.spark;

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
import org.apache.spark.sql.types.Decimal;
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
    private final TextDictionary dictionary;
    private final int[] small = new int[SMALL];
    private final Map<Long, Integer> large = new HashMap<>();
    /** How many texts the dictionary had when an id was last taken from it: fewer mean that it was cleared. */
    private int known;

    VectorCodes(DataType type, TextDictionary dictionary) {
        this.type = type;
        this.dictionary = dictionary;
        forget();
    }

    static boolean reads(DataType type) {
        return type instanceof BooleanType
                || type instanceof ByteType
                || type instanceof ShortType
                || isInt(type)
                || isLong(type)
                || type instanceof FloatType
                || type instanceof DoubleType
                || (type instanceof DecimalType decimal && decimal.precision() <= Decimal.MAX_LONG_DIGITS());
    }

    private static boolean isInt(DataType type) {
        return type instanceof IntegerType || type instanceof DateType;
    }

    private static boolean isLong(DataType type) {
        return type instanceof LongType || type instanceof TimestampType || type instanceof TimestampNTZType;
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
        long code = code(vector, row);
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

    /** A number that tells the values of the type apart. */
    private long code(ColumnVector vector, int row) {
        if (type instanceof BooleanType) {
            return vector.getBoolean(row) ? 1 : 0;
        }
        if (type instanceof ByteType) {
            return vector.getByte(row);
        }
        if (type instanceof ShortType) {
            return vector.getShort(row);
        }
        if (isInt(type)) {
            return vector.getInt(row);
        }
        if (isLong(type)) {
            return vector.getLong(row);
        }
        if (type instanceof FloatType) {
            return Float.floatToIntBits(vector.getFloat(row));
        }
        return type instanceof DoubleType
                ? Double.doubleToLongBits(vector.getDouble(row))
                : decimal(vector, row).toUnscaledLong();
    }

    private Decimal decimal(ColumnVector vector, int row) {
        DecimalType decimal = (DecimalType) type;
        return vector.getDecimal(row, decimal.precision(), decimal.scale());
    }

    private UTF8String text(ColumnVector vector, int row) {
        Literal value = new Literal(value(vector, row), type);
        return (UTF8String) new Cast(value, DataTypes.StringType, UTC).eval(null);
    }

    /** The value as Spark has it in a row. */
    private Object value(ColumnVector vector, int row) {
        if (type instanceof BooleanType) {
            return vector.getBoolean(row);
        }
        if (type instanceof ByteType) {
            return vector.getByte(row);
        }
        if (type instanceof ShortType) {
            return vector.getShort(row);
        }
        if (isInt(type)) {
            return vector.getInt(row);
        }
        if (isLong(type)) {
            return vector.getLong(row);
        }
        if (type instanceof FloatType) {
            return vector.getFloat(row);
        }
        return type instanceof DoubleType ? vector.getDouble(row) : decimal(vector, row);
    }
}
