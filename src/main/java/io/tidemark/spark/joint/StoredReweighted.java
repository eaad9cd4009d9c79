package io.tidemark.spark.joint;

import io.tidemark.cohort.Cohort;
import io.tidemark.cohort.Granularity;
import io.tidemark.model.Auc;
import io.tidemark.model.Estimate;
import io.tidemark.model.Figure;
import io.tidemark.model.ReweightedPerformance;
import io.tidemark.spark.output.Tables;
import io.tidemark.spark.table.StoredRow;
import io.tidemark.spark.table.StoredTable.Wanted;
import io.tidemark.spark.table.TableStore;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Reads what earlier runs have estimated by reweighting: the columns of {@code EstimateColumns}, the other way round. */
final class StoredReweighted {
    private static final String[] COLUMNS = {
        "model",
        "slice_key",
        "window",
        "undefined",
        "effective_size",
        "reweighted_labelled",
        "reweighted_auc",
        "reweighted_auc_variance",
        "reweighted_bad_rate",
        "reweighted_bad_rate_se"
    };

    private StoredReweighted() {}

    /** The estimates of a monitor's cohorts for one model. */
    static Map<Cohort, ReweightedPerformance> of(
            TableStore store, String monitor, String model, Granularity granularity) {
        Map<Cohort, ReweightedPerformance> kept = new TreeMap<>();
        store.few(
                        Tables.MODEL_PERFORMANCE,
                        new Wanted("monitor", monitor, COLUMNS),
                        row -> Optional.of(row)
                                .filter(one -> one.text("model").equals(model))
                                .filter(one -> one.isNull("slice_key") && !one.isNull("effective_size"))
                                .map(one -> Map.entry(one.cohort(granularity), reweighted(one))))
                .forEach(cohort -> kept.put(cohort.getKey(), cohort.getValue()));
        return kept;
    }

    private static ReweightedPerformance reweighted(StoredRow row) {
        return new ReweightedPerformance(
                (int) row.count("reweighted_labelled"),
                row.number("effective_size"),
                figure(
                        row,
                        "reweighted_auc",
                        () -> new Auc(row.number("reweighted_auc"), row.number("reweighted_auc_variance"))),
                figure(
                        row,
                        "reweighted_bad_rate",
                        () -> new Estimate(row.number("reweighted_bad_rate"), row.number("reweighted_bad_rate_se"))));
    }

    private static <T> Figure<T> figure(StoredRow row, String column, Supplier<T> value) {
        return row.isNull(column) ? Figure.undefined(row.textByText("undefined").get(column)) : Figure.of(value.get());
    }
}
