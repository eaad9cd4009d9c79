package io.tidemark.bench;

import static org.apache.spark.sql.functions.expr;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Spark's own aggregates in one {@code groupBy} over all numbers; texts are left out. */
final class BenchSketches {
    static final String DECILES = "array(0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)";

    /** A column without missing values, whose sketches must hold all rows. */
    private static final String WHOLE = "age";

    private BenchSketches() {}

    static List<BenchContender> contenders(SparkSession session, BenchTable table) {
        Dataset<Row> rows = table.open(session);
        return List.of(
                BenchContender.of(
                                "percentile_approx",
                                "deciles of the numbers, one groupBy",
                                table,
                                () -> counted(grouped(rows, "percentile_approx(`%s`, " + DECILES + ", 10000)")))
                        .slow(1),
                BenchContender.of(
                        "kll_sketch_agg",
                        "KLL sketches of the numbers, one groupBy",
                        table,
                        () -> sketched(grouped(rows, "kll_sketch_agg_double(cast(`%s` AS double))"))));
    }

    private static Dataset<Row> grouped(Dataset<Row> rows, String aggregate) {
        List<Column> aggregates = new ArrayList<>();
        for (String name : BenchColumns.of(rows).numbers()) {
            aggregates.add(expr(String.format(aggregate, name)).as(name));
        }
        return rows.groupBy(expr(BenchColumns.MONTH).as("month"))
                .agg(expr("count(*)").as("applicants"), aggregates.toArray(new Column[0]));
    }

    private static long counted(Dataset<Row> months) {
        return months.collectAsList().stream()
                .mapToLong(month -> month.getLong(month.fieldIndex("applicants")))
                .sum();
    }

    private static long sketched(Dataset<Row> months) {
        Dataset<Row> sizes = months.withColumn("sketched", expr("kll_sketch_get_n_double(" + WHOLE + ")"));
        return sizes.collectAsList().stream()
                .mapToLong(month -> month.getLong(month.fieldIndex("sketched")))
                .sum();
    }
}
