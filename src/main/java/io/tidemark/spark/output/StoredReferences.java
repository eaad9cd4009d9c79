package io.tidemark.spark.output;

import io.tidemark.cohort.Slice;
import io.tidemark.model.Auc;
import io.tidemark.model.Estimate;
import io.tidemark.model.Figure;
import io.tidemark.model.LogisticCalibration;
import io.tidemark.model.LogisticLine;
import io.tidemark.model.PerformanceChange.Side;
import io.tidemark.model.ScoreBands;
import io.tidemark.model.ScoredModel;
import io.tidemark.spark.outcome.ModelGauge;
import io.tidemark.spark.outcome.ModelReference;
import io.tidemark.spark.table.RunId;
import io.tidemark.spark.table.StoredRow;
import io.tidemark.spark.table.StoredTable.Wanted;
import io.tidemark.spark.table.TableStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads what models did on the reference of a run: {@link ModelReferencesTable}, the other way round. */
public final class StoredReferences {
    private static final String[] COLUMNS = {
        "run_id",
        "model",
        "slice_key",
        "slice_value",
        "auc",
        "auc_variance",
        "calibration_intercept",
        "calibration_intercept_se",
        "approval_rate_ratio",
        "approval_rate_ratio_se",
        "score_edges",
        "probability_intercept",
        "probability_intercept_se",
        "probability_slope",
        "probability_slope_se",
        "probability_covariance",
        "probability_labelled",
        "probability_bads",
        "undefined",
        "measured_by"
    };

    private StoredReferences() {}

    /** A row, without the gauge that it shares with others of its model. */
    private record Found(String model, Slice slice, Side side, Optional<ModelGauge> gauge, String measuredBy) {}

    /** Those of these models; none where the run wrote none of one of them. */
    public static List<ModelReference> of(TableStore store, RunId run, List<ScoredModel> models) {
        Map<String, ScoredModel> byName = new HashMap<>();
        models.forEach(model -> byName.put(model.name(), model));
        List<Found> found = store.few(
                Tables.MODEL_REFERENCES,
                new Wanted("monitor", run.monitor(), COLUMNS),
                row -> Optional.of(row)
                        .filter(one -> one.text("run_id").equals(run.id()) && byName.containsKey(one.text("model")))
                        .map(one -> found(one, byName.get(one.text("model")))));
        Map<String, ModelGauge> gauges = new HashMap<>();
        found.forEach(one -> one.gauge().ifPresent(gauge -> gauges.put(one.model(), gauge)));
        List<ModelReference> references = new ArrayList<>();
        if (gauges.keySet().equals(byName.keySet())) {
            found.forEach(one -> references.add(
                    new ModelReference(one.slice(), gauges.get(one.model()), one.side(), one.measuredBy())));
        }
        return references;
    }

    private static Found found(StoredRow row, ScoredModel model) {
        Slice slice = row.slice();
        Map<String, String> reasons = row.textByText("undefined");
        Side side = new Side(
                figure(row, "auc", reasons, () -> new Auc(row.number("auc"), row.number("auc_variance"))),
                estimated(row, "calibration_intercept", reasons),
                estimated(row, "approval_rate_ratio", reasons));
        Optional<ModelGauge> gauge = slice.isAll()
                ? Optional.of(new ModelGauge(
                        model,
                        ScoreBands.of(row.numbers("score_edges")),
                        figure(row, "probability_intercept", reasons, () -> calibration(row, model))))
                : Optional.empty();
        return new Found(model.name(), slice, side, gauge, row.text("measured_by"));
    }

    private static LogisticCalibration calibration(StoredRow row, ScoredModel model) {
        LogisticLine line = new LogisticLine(
                estimate(row, "probability_intercept"),
                estimate(row, "probability_slope"),
                row.number("probability_covariance"));
        return new LogisticCalibration(
                ModelGauge.form(model),
                line,
                Math.toIntExact(row.count("probability_labelled")),
                Math.toIntExact(row.count("probability_bads")));
    }

    private static Figure<Estimate> estimated(StoredRow row, String column, Map<String, String> reasons) {
        return figure(row, column, reasons, () -> estimate(row, column));
    }

    private static Estimate estimate(StoredRow row, String column) {
        return new Estimate(row.number(column), row.number(column + "_se"));
    }

    private static <T> Figure<T> figure(StoredRow row, String column, Map<String, String> reasons, Supplier<T> value) {
        return row.isNull(column) ? Figure.undefined(reasons.get(column)) : Figure.of(value.get());
    }
}
