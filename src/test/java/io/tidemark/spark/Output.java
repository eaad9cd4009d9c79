package io.tidemark.spark;

import io.tidemark.spark.output.Tables;
import io.tidemark.spark.table.OutputTable;
import io.tidemark.spark.table.Sessions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The output tables of a test's run. */
public record Output(Path directory) {
    public static SparkSession session() {
        return Sessions.forSmallTables(Sessions.open());
    }

    Dataset<Row> table(OutputTable<?> table) {
        return session()
                .read()
                .format("delta")
                .load(directory.resolve(table.name()).toString());
    }

    /** The tables that are there: none is made for what was not asked for. */
    List<OutputTable<?>> made() {
        return Tables.ALL.stream()
                .filter(table -> Files.exists(directory.resolve(table.name())))
                .toList();
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
