package io.tidemark.spark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The output tables of a test's run. */
record Output(Path directory) {
    static SparkSession session() {
        return Sessions.forSmallTables(Sessions.open());
    }

    Dataset<Row> table(OutputTable<?> table) {
        return session()
                .read()
                .format("delta")
                .load(directory.resolve(table.name()).toString());
    }

    /** The rows of a query over one table, which it calls {@code t}. */
    List<Row> rows(OutputTable<?> table, String select) {
        Dataset<Row> rows = table(table);
        rows.createOrReplaceTempView("t");
        return rows.sparkSession().sql(select).collectAsList();
    }

    boolean isUntouched() {
        return !Files.exists(directory);
    }
}
