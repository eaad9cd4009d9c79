package io.tidemark.bench;

import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.IntegerType;
import org.apache.spark.sql.types.LongType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * The floor: every cell of the features and of the time is read once from the vectors of Spark's Parquet reader, and nothing is made of it.
 * No pass over the same columns in Spark can be quicker by more than what a reader's dictionaries may save.
 */
final class BenchFloor {
    private BenchFloor() {}

    static BenchContender contender(SparkSession session, BenchTable table) {
        Dataset<Row> rows = table.open(session);
        return BenchContender.of("floor", "every cell read from the reader's vectors", table, () -> touch(rows));
    }

    /** Touches the cells of the features and the time; gives the number of rows. */
    static long touch(Dataset<Row> table) {
        BenchColumns columns = BenchColumns.of(table);
        Column[] selected = Stream.of(List.of(BenchColumns.TIME), columns.numbers(), columns.texts())
                .flatMap(List::stream)
                .map(functions::col)
                .toArray(Column[]::new);
        var classic = (org.apache.spark.sql.classic.Dataset<Row>) table.select(selected);
        JavaRDD<ColumnarBatch> batches = classic.queryExecution()
                .executedPlan()
                .collectLeaves()
                .head()
                .executeColumnar()
                .toJavaRDD();
        List<long[]> parts =
                batches.mapPartitions(part -> List.of(touched(part)).iterator()).collect();
        if (parts.stream().mapToLong(part -> part[1]).sum() == 0) {
            throw new IllegalStateException("the cells were not read");
        }
        return parts.stream().mapToLong(part -> part[0]).sum();
    }

    /** The rows of the batches, and a number that depends on each of their cells, so that none can be left out. */
    private static long[] touched(Iterator<ColumnarBatch> batches) {
        long rows = 0;
        long cells = 0;
        while (batches.hasNext()) {
            ColumnarBatch batch = batches.next();
            rows += batch.numRows();
            for (int column = 0; column < batch.numCols(); column++) {
                cells += touched(batch.column(column), batch.numRows());
            }
        }
        return new long[] {rows, cells};
    }

    private static long touched(ColumnVector vector, int rows) {
        DataType type = vector.dataType();
        if (type instanceof DoubleType) {
            return doubles(vector, rows);
        }
        if (type instanceof IntegerType || type instanceof DateType) {
            return integers(vector, rows);
        }
        // A decimal of up to 18 digits is held as its unscaled value.
        if (type instanceof LongType || (type instanceof DecimalType decimal && decimal.precision() <= 18)) {
            return longs(vector, rows);
        }
        if (type instanceof StringType) {
            return texts(vector, rows);
        }
        throw new IllegalStateException("the benchmark has no column of type " + type);
    }

    private static long doubles(ColumnVector vector, int rows) {
        long cells = 0;
        for (int row = 0; row < rows; row++) {
            cells += vector.isNullAt(row) ? 1 : Double.doubleToRawLongBits(vector.getDouble(row));
        }
        return cells;
    }

    private static long integers(ColumnVector vector, int rows) {
        long cells = 0;
        for (int row = 0; row < rows; row++) {
            cells += vector.isNullAt(row) ? 1 : vector.getInt(row);
        }
        return cells;
    }

    private static long longs(ColumnVector vector, int rows) {
        long cells = 0;
        for (int row = 0; row < rows; row++) {
            cells += vector.isNullAt(row) ? 1 : vector.getLong(row);
        }
        return cells;
    }

    private static long texts(ColumnVector vector, int rows) {
        long cells = 0;
        for (int row = 0; row < rows; row++) {
            if (vector.isNullAt(row)) {
                cells++;
            } else {
                UTF8String text = vector.getUTF8String(row);
                cells += text.numBytes() + text.getByte(0);
            }
        }
        return cells;
    }
}
