package io.tidemark.spark.output;

import static io.tidemark.spark.table.Types.NUMBER;
import static io.tidemark.spark.table.Types.TEXT;

import io.tidemark.model.ApprovalRatio;
import io.tidemark.model.Estimate;
import io.tidemark.model.Figure;
import io.tidemark.model.PerformanceChange;
import io.tidemark.spark.outcome.ModelPerformance;
import io.tidemark.spark.table.OutputTable;
import java.util.function.Function;

/** Columns of {@code model_performance}: who is approved, beside others, and how a slice has changed since the reference. */
final class ApprovalColumns {
    private ApprovalColumns() {}

    static void addTo(OutputTable<ModelPerformance> table) {
        table.nullable(
                        "approval_rate",
                        NUMBER,
                        "share of applicants with a score who are approved at the cutoff, 0..1; null where none is given",
                        ApprovalColumns::rate)
                .nullable(
                        "approval_rate_ratio",
                        NUMBER,
                        "approval_rate over the highest one among the values of slice_key, which is protected; under 0.8 looks like adverse impact",
                        p -> ratio(p, ApprovalRatio::value))
                .nullable(
                        "approval_rate_ratio_low",
                        NUMBER,
                        "Katz' interval, lower end",
                        p -> ratio(p, ApprovalRatio::low))
                .nullable("approval_rate_ratio_high", NUMBER, "upper end", p -> ratio(p, ApprovalRatio::high))
                .nullable(
                        "approval_rate_ratio_to",
                        TEXT,
                        "the value with the highest rate, of those with at least 30 applicants and 2 % of all",
                        p -> ratio(p, ApprovalRatio::to));
        table.nullable(
                        "approval_rate_ratio_delta",
                        NUMBER,
                        "approval_rate_ratio less that of the reference; null in the reference's own cohorts",
                        p -> changed(p, PerformanceChange::approvalRatio, Estimate::value))
                .nullable(
                        "approval_rate_ratio_delta_se",
                        NUMBER,
                        "its standard error",
                        p -> changed(p, PerformanceChange::approvalRatio, Estimate::standardError))
                .nullable(
                        "auc_delta",
                        NUMBER,
                        "auc less that of the same slice of the reference's mature cohorts; null in the reference's own cohorts",
                        p -> changed(p, PerformanceChange::auc, Estimate::value))
                .nullable(
                        "auc_delta_se",
                        NUMBER,
                        "its standard error",
                        p -> changed(p, PerformanceChange::auc, Estimate::standardError))
                .nullable(
                        "calibration_intercept_delta",
                        NUMBER,
                        "calibration_intercept less that of the same slice of the reference's mature cohorts; null in the reference's own cohorts",
                        p -> changed(p, PerformanceChange::calibrationIntercept, Estimate::value))
                .nullable(
                        "calibration_intercept_delta_se",
                        NUMBER,
                        "its standard error",
                        p -> changed(p, PerformanceChange::calibrationIntercept, Estimate::standardError));
    }

    private static Object rate(ModelPerformance of) {
        return of.figures().approvals() == null
                ? null
                : of.figures().approvals().rate().known().orElse(null);
    }

    private static Object ratio(ModelPerformance of, Function<ApprovalRatio, Object> figure) {
        return of.figures().ratio().known().map(figure).orElse(null);
    }

    private static Object changed(
            ModelPerformance of,
            Function<PerformanceChange, Figure<Estimate>> getter,
            Function<Estimate, Double> figure) {
        return of.change() == null
                ? null
                : getter.apply(of.change()).known().map(figure).orElse(null);
    }
}
