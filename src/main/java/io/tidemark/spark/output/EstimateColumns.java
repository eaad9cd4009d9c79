package io.tidemark.spark.output;

import static io.tidemark.spark.table.Types.COUNT;
import static io.tidemark.spark.table.Types.NUMBER;
import static io.tidemark.spark.table.Types.TEXT;

import io.tidemark.model.Auc;
import io.tidemark.model.Estimate;
import io.tidemark.model.EstimatedPerformance;
import io.tidemark.model.ReweightedPerformance;
import io.tidemark.spark.outcome.ModelPerformance;
import io.tidemark.spark.table.OutputTable;
import java.util.Map;
import java.util.function.Function;

/**
 * Columns of {@code model_performance}: what is estimated of cohorts whose outcomes are to come. What is reweighted is read back by
 * {@code StoredReweighted}.
 */
final class EstimateColumns {
    private EstimateColumns() {}

    static void addTo(OutputTable<ModelPerformance> table) {
        table.nullable(
                        "estimated_auc",
                        NUMBER,
                        "an estimate for cohorts whose outcomes are to come; assumes that "
                                + EstimatedPerformance.ASSUMPTION,
                        p -> estimatedArea(p, Auc::value))
                .nullable(
                        "estimated_auc_low",
                        NUMBER,
                        "where auc will lie if that holds, lower end",
                        p -> estimatedArea(p, Auc::low))
                .nullable("estimated_auc_high", NUMBER, "upper end", p -> estimatedArea(p, Auc::high))
                .nullable(
                        "estimated_auc_variance",
                        NUMBER,
                        "variance of auc about the estimate",
                        p -> estimatedArea(p, Auc::variance))
                .nullable(
                        "estimated_bad_rate",
                        NUMBER,
                        "the same estimate of observed_rate",
                        p -> estimatedRate(p, Estimate::value))
                .nullable("estimated_bad_rate_low", NUMBER, "lower end", p -> estimatedRate(p, Estimate::low))
                .nullable("estimated_bad_rate_high", NUMBER, "upper end", p -> estimatedRate(p, Estimate::high))
                .nullable(
                        "estimate_warning",
                        TEXT,
                        "that the assumption of these estimates has failed in the newest mature cohort, with its figures; null where it has not",
                        ModelPerformance::estimateWarning)
                .nullable(
                        "reweighted_auc",
                        NUMBER,
                        "the champion's auc on the reference's applicants, each counted as often as such are more frequent in the cohort by the domain classifier (together); assumes that "
                                + ReweightedPerformance.ASSUMPTION,
                        p -> reweightedArea(p, Auc::value))
                .nullable(
                        "reweighted_auc_low",
                        NUMBER,
                        "interval of the estimate, not of what will be observed, lower end",
                        p -> reweightedArea(p, Auc::low))
                .nullable("reweighted_auc_high", NUMBER, "upper end", p -> reweightedArea(p, Auc::high))
                .nullable(
                        "reweighted_auc_variance",
                        NUMBER,
                        "variance of the estimate",
                        p -> reweightedArea(p, Auc::variance))
                .nullable(
                        "reweighted_bad_rate",
                        NUMBER,
                        "the same of the share of bads",
                        p -> reweightedRate(p, Estimate::value))
                .nullable("reweighted_bad_rate_low", NUMBER, "lower end", p -> reweightedRate(p, Estimate::low))
                .nullable("reweighted_bad_rate_high", NUMBER, "upper end", p -> reweightedRate(p, Estimate::high))
                .nullable(
                        "reweighted_bad_rate_se",
                        NUMBER,
                        "standard error of the estimate",
                        p -> reweightedRate(p, Estimate::standardError))
                .nullable(
                        "reweighted_labelled",
                        COUNT,
                        "applicants of the reference's sample that it rests on",
                        p -> p.reweighted() == null
                                ? null
                                : (long) p.reweighted().labelled())
                .nullable(
                        "effective_size",
                        NUMBER,
                        "of how many applicants of equal weight it would be as certain; few where the cohort's are rare in the reference",
                        p -> p.reweighted() == null ? null : p.reweighted().effectiveSize());
    }

    /** Adds why what is reweighted has no value. */
    static void addReasons(ModelPerformance of, Map<String, String> reasons) {
        if (of.reweighted() != null) {
            of.reweighted().auc().whyNot().ifPresent(reason -> reasons.put("reweighted_auc", reason));
            of.reweighted().badRate().whyNot().ifPresent(reason -> reasons.put("reweighted_bad_rate", reason));
        }
    }

    private static Object estimatedArea(ModelPerformance of, Function<Auc, Double> figure) {
        return of.estimated() == null
                ? null
                : of.estimated().auc().known().map(figure).orElse(null);
    }

    private static Object estimatedRate(ModelPerformance of, Function<Estimate, Double> figure) {
        return of.estimated() == null
                ? null
                : of.estimated().badRate().known().map(figure).orElse(null);
    }

    private static Object reweightedArea(ModelPerformance of, Function<Auc, Double> figure) {
        return of.reweighted() == null
                ? null
                : of.reweighted().auc().known().map(figure).orElse(null);
    }

    private static Object reweightedRate(ModelPerformance of, Function<Estimate, Double> figure) {
        return of.reweighted() == null
                ? null
                : of.reweighted().badRate().known().map(figure).orElse(null);
    }
}
