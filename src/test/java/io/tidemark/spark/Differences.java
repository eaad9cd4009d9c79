package io.tidemark.spark;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;

/** Rows that one output has and another has not, whatever their order; run ids do not count. */
final class Differences {
    private Differences() {}

    static List<Row> between(Output one, Output other, OutputTable<?> table) {
        Dataset<Row> a = comparable(one.table(table));
        Dataset<Row> b = comparable(other.table(table));
        return a.exceptAll(b).union(b.exceptAll(a)).limit(5).collectAsList();
    }

    /** Without the run, and with maps, which Spark does not compare, as sorted entries. */
    private static Dataset<Row> comparable(Dataset<Row> rows) {
        Dataset<Row> kept = rows.drop("run_id");
        for (StructField field : kept.schema().fields()) {
            if (field.dataType() instanceof MapType) {
                Column map = kept.col(field.name());
                kept = kept.withColumn(field.name(), functions.array_sort(functions.map_entries(map)));
            }
        }
        return kept;
    }
}
