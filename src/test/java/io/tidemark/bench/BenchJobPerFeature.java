package io.tidemark.bench;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Feature after feature, as scripts for drift usually do it: deciles of a number, then counts by month and bin; counts of a text's values. */
final class BenchJobPerFeature {
    private static final double[] DECILES = {0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9};
    private static final double ERROR = 0.01;

    private BenchJobPerFeature() {}

    static BenchContender contender(SparkSession session, BenchTable table) {
        Dataset<Row> rows = table.open(session);
        return BenchContender.of(
                        "job_per_feature", "approxQuantile and counts, job after job", table, () -> counted(rows))
                .slow(2);
    }

    /** The rows of the feature that has fewest. */
    private static long counted(Dataset<Row> rows) {
        BenchColumns columns = BenchColumns.of(rows);
        return Stream.concat(
                        columns.numbers().stream().map(name -> counted(rows, bin(rows, name))),
                        columns.texts().stream().map(name -> counted(rows, col(name))))
                .min(Long::compare)
                .orElseThrow();
    }

    private static long counted(Dataset<Row> rows, Column bin) {
        return rows.groupBy(expr(BenchColumns.MONTH).as("month"), bin.as("bin")).count().collectAsList().stream()
                .mapToLong(row -> row.getLong(2))
                .sum();
    }

    /** The number of deciles below a value; null where it is missing. */
    private static Column bin(Dataset<Row> rows, String name) {
        Column value = col(name).cast("double");
        Column bin = when(value.isNotNull(), lit(0));
        for (double edge : rows.stat().approxQuantile(name, DECILES, ERROR)) {
            bin = bin.plus(value.gt(edge).cast("int"));
        }
        return bin;
    }
}
