package io.tidemark.spark.pass;

import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;

/** Rows as Spark holds them, without objects made for each; a row is valid until the next one is asked for. */
public final class InternalRows {
    private InternalRows() {}

    public static JavaRDD<InternalRow> of(Dataset<Row> rows) {
        var classic = (org.apache.spark.sql.classic.Dataset<Row>) rows;
        return classic.queryExecution().toRdd().toJavaRDD();
    }
}
