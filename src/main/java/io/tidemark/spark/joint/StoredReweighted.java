package io.tidemark.spark.joint;

import static org.apache.spark.sql.functions.col;

import io.tidemark.cohort.Cohort;
import io.tidemark.cohort.Granularity;
import io.tidemark.model.Auc;
import io.tidemark.model.Estimate;
import io.tidemark.model.Figure;
import io.tidemark.model.ReweightedPerformance;
import io.tidemark.spark.output.Tables;
import io.tidemark.spark.table.TableStore;
import io.tidemark.spark.table.Types;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Reads what earlier runs have estimated by reweighting: the columns of {@code EstimateColumns}, the other way round. */
final class StoredReweighted {
    private StoredReweighted() {}

    /** The estimates of a monitor's cohorts for one model. */
    static Map<Cohort, ReweightedPerformance> of(
            TableStore store, String monitor, String model, Granularity granularity) {
        Map<Cohort, ReweightedPerformance> kept = new TreeMap<>();
        if (!store.has(Tables.MODEL_PERFORMANCE)) {
            return kept;
        }
        Dataset<Row> rows = store.read(Tables.MODEL_PERFORMANCE);
        if (!Arrays.asList(rows.columns()).contains("effective_size")) {
            return kept;
        }
        rows = rows.where(col("monitor").equalTo(monitor))
                .where(col("model").equalTo(model))
                .where(col("slice_key").isNull())
                .where(col("effective_size").isNotNull());
        for (Row row : rows.collectAsList()) {
            kept.put(Types.cohort(row, granularity), reweighted(row));
        }
        return kept;
    }

    private static ReweightedPerformance reweighted(Row row) {
        return new ReweightedPerformance(
                (int) row.getLong(row.fieldIndex("reweighted_labelled")),
                row.getDouble(row.fieldIndex("effective_size")),
                figure(
                        row,
                        "reweighted_auc",
                        () -> new Auc(number(row, "reweighted_auc"), number(row, "reweighted_auc_variance"))),
                figure(
                        row,
                        "reweighted_bad_rate",
                        () -> new Estimate(number(row, "reweighted_bad_rate"), number(row, "reweighted_bad_rate_se"))));
    }

    private static <T> Figure<T> figure(Row row, String column, Supplier<T> value) {
        return row.isNullAt(row.fieldIndex(column))
                ? Figure.undefined(row.<String, String>getJavaMap(row.fieldIndex("undefined"))
                        .get(column))
                : Figure.of(value.get());
    }

    private static double number(Row row, String column) {
        return row.getDouble(row.fieldIndex(column));
    }
}
