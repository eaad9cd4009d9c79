package io.tidemark.spark.table;

import io.delta.kernel.data.ArrayValue;
import io.delta.kernel.data.ColumnVector;
import io.delta.kernel.data.MapValue;
import io.delta.kernel.data.Row;
import io.delta.kernel.internal.util.VectorUtils;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructType;

/** Rows of output tables as Delta's kernel reads them, turned into what Spark takes; of the types that those tables have. */
final class SparkRows {
    private interface Cell {
        Object of(Row row, int place);
    }

    private static final Map<DataType, Cell> PLAIN = Map.of(
            DataTypes.StringType, Row::getString,
            DataTypes.DoubleType, Row::getDouble,
            DataTypes.LongType, Row::getLong,
            DataTypes.IntegerType, Row::getInt,
            DataTypes.BooleanType, Row::getBoolean,
            DataTypes.BinaryType, Row::getBinary,
            DataTypes.DateType, Row::getInt,
            DataTypes.TimestampType, Row::getLong);

    private SparkRows() {}

    /** The cells of a row that has the columns of a schema, in their order. */
    static Object[] cells(Row row, StructType schema) {
        Object[] cells = new Object[schema.size()];
        for (int place = 0; place < cells.length; place++) {
            DataType type = schema.apply(place).dataType();
            cells[place] = row.isNullAt(place) ? null : value(cell(row, place, type), type);
        }
        return cells;
    }

    private static Object cell(Row row, int place, DataType type) {
        if (type instanceof StructType) {
            return row.getStruct(place);
        }
        if (type instanceof ArrayType) {
            return array(row.getArray(place));
        }
        if (type instanceof MapType) {
            return map(row.getMap(place));
        }
        Cell plain = PLAIN.get(type);
        if (plain == null) {
            throw new IllegalStateException("no output table has cells of type " + type.simpleString());
        }
        return plain.of(row, place);
    }

    private static List<Object> array(ArrayValue array) {
        return VectorUtils.toJavaList(array);
    }

    /** In the order that it is stored in. */
    private static Map<Object, Object> map(MapValue map) {
        Map<Object, Object> values = new LinkedHashMap<>();
        for (int entry = 0; entry < map.getSize(); entry++) {
            values.put(at(map.getKeys(), entry), at(map.getValues(), entry));
        }
        return values;
    }

    private static Object at(ColumnVector vector, int place) {
        return VectorUtils.getValueAsObject(vector, vector.getDataType(), place);
    }

    private static Object value(Object read, DataType type) {
        if (read == null) {
            return null;
        }
        if (type instanceof StructType struct) {
            return RowFactory.create(cells((Row) read, struct));
        }
        if (type instanceof ArrayType array) {
            return Types.array(((List<?>) read)
                    .stream()
                            .map(element -> value(element, array.elementType()))
                            .toList());
        }
        if (type instanceof MapType map) {
            Map<Object, Object> values = new LinkedHashMap<>();
            ((Map<?, ?>) read)
                    .forEach((key, value) -> values.put(value(key, map.keyType()), value(value, map.valueType())));
            return Types.map(values);
        }
        if (type.equals(DataTypes.TimestampType)) {
            return Instant.EPOCH.plus((Long) read, ChronoUnit.MICROS);
        }
        return type.equals(DataTypes.DateType) ? LocalDate.ofEpochDay((Integer) read) : read;
    }
}
