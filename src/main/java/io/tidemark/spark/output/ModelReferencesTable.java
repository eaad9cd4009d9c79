package io.tidemark.spark.output;

import static io.tidemark.spark.table.Types.COUNT;
import static io.tidemark.spark.table.Types.NUMBER;
import static io.tidemark.spark.table.Types.NUMBERS;
import static io.tidemark.spark.table.Types.TEXT;
import static io.tidemark.spark.table.Types.TEXT_BY_TEXT;

import io.tidemark.model.Auc;
import io.tidemark.model.Estimate;
import io.tidemark.model.Figure;
import io.tidemark.model.LogisticCalibration;
import io.tidemark.model.LogisticLine;
import io.tidemark.model.PerformanceChange.Side;
import io.tidemark.model.ScoredModel.Role;
import io.tidemark.spark.outcome.ModelReference;
import io.tidemark.spark.table.OutputTable;
import io.tidemark.spark.table.Types;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** The table {@code model_references}, which {@link StoredReferences} reads. */
final class ModelReferencesTable {
    static final OutputTable<ModelReference> TABLE = table();

    private static OutputTable<ModelReference> table() {
        OutputTable<ModelReference> table = OutputTable.<ModelReference>of(
                        "model_references",
                        "What models did on the mature cohorts of the reference, slice by slice: what model_performance holds later cohorts against, and measures scores by.")
                .column(
                        "model",
                        TEXT,
                        "the column of its scores",
                        r -> r.gauge().model().name())
                .nullable("slice_key", TEXT, Tables.SLICE_KEY, r -> r.slice().key())
                .nullable(
                        "slice_value", TEXT, Tables.SLICE_VALUE, r -> r.slice().value())
                .column(
                        "role",
                        TEXT,
                        "CHAMPION or CHALLENGER",
                        r -> r.gauge().model().role().name())
                .nullable("auc", NUMBER, "area under the ROC curve, 0..1", r -> area(r, Auc::value))
                .nullable("auc_variance", NUMBER, "DeLong's variance of auc", r -> area(r, Auc::variance));
        estimate(
                table,
                "calibration_intercept",
                "by how many logits outcomes lie above the probabilities",
                Side::calibrationIntercept);
        estimate(
                table,
                "approval_rate_ratio",
                "approval rate over the highest one among the values of slice_key, which is protected",
                Side::approvalRatio);
        gauge(table);
        return table.column(
                        "undefined",
                        TEXT_BY_TEXT,
                        "figures without a value, each with the reason",
                        ModelReferencesTable::undefined)
                .column(
                        "measured_by",
                        TEXT,
                        "SHA-256 of what the figures were measured by; see model_performance",
                        ModelReference::measuredBy)
                .check("role_known", "role IN " + Types.names(Role.values()));
    }

    private static void estimate(
            OutputTable<ModelReference> table, String name, String meaning, Function<Side, Figure<Estimate>> getter) {
        table.nullable(
                        name,
                        NUMBER,
                        meaning,
                        r -> getter.apply(r.side()).known().map(Estimate::value).orElse(null))
                .nullable(
                        name + "_se",
                        NUMBER,
                        "its standard error",
                        r -> getter.apply(r.side())
                                .known()
                                .map(Estimate::standardError)
                                .orElse(null));
    }

    /** Of all slices together; null in the others. */
    private static void gauge(OutputTable<ModelReference> table) {
        table.nullable(
                        "score_edges",
                        NUMBERS,
                        "the edges between model_performance's score_bands: tenths of the scores here; scores of which more is good are negative; null in slices",
                        r -> r.slice().isAll()
                                ? Types.array(Arrays.stream(r.gauge().bands().edges())
                                        .boxed()
                                        .toList())
                                : null)
                .nullable(
                        "probability_intercept",
                        NUMBER,
                        "a of P(bad) = 1 / (1 + exp(-a - b x)) as outcomes were here, x being the logit of a probability, or points, more of which is worse; null in slices",
                        r -> line(r, line -> line.intercept().value()))
                .nullable(
                        "probability_intercept_se",
                        NUMBER,
                        "its standard error",
                        r -> line(r, line -> line.intercept().standardError()))
                .nullable(
                        "probability_slope",
                        NUMBER,
                        "b of the same",
                        r -> line(r, line -> line.slope().value()))
                .nullable(
                        "probability_slope_se",
                        NUMBER,
                        "its standard error",
                        r -> line(r, line -> line.slope().standardError()))
                .nullable("probability_covariance", NUMBER, "of a and b", r -> line(r, LogisticLine::covariance))
                .nullable(
                        "probability_labelled",
                        COUNT,
                        "applicants with an outcome that a and b were fitted on",
                        r -> calibration(r, fitted -> (long) fitted.applicants()))
                .nullable(
                        "probability_bads",
                        COUNT,
                        "those of them with the bad outcome",
                        r -> calibration(r, fitted -> (long) fitted.bads()));
    }

    private static Object area(ModelReference of, Function<Auc, Double> figure) {
        return of.side().auc().known().map(figure).orElse(null);
    }

    private static Object line(ModelReference of, Function<LogisticLine, Double> figure) {
        return calibration(of, fitted -> figure.apply(fitted.line()));
    }

    private static Object calibration(ModelReference of, Function<LogisticCalibration, Object> figure) {
        return of.slice().isAll() ? of.gauge().calibration().known().map(figure).orElse(null) : null;
    }

    private static Object undefined(ModelReference of) {
        Map<String, String> reasons = new LinkedHashMap<>();
        of.side().auc().whyNot().ifPresent(reason -> reasons.put("auc", reason));
        of.side().calibrationIntercept().whyNot().ifPresent(reason -> reasons.put("calibration_intercept", reason));
        of.side().approvalRatio().whyNot().ifPresent(reason -> reasons.put("approval_rate_ratio", reason));
        if (of.slice().isAll()) {
            of.gauge().calibration().whyNot().ifPresent(reason -> reasons.put("probability_intercept", reason));
        }
        return Types.map(reasons);
    }

    private ModelReferencesTable() {}
}
