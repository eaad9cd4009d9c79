package io.tidemark.spark.output;

import static io.tidemark.spark.table.Types.COUNT;
import static io.tidemark.spark.table.Types.NUMBER;
import static io.tidemark.spark.table.Types.TEXT;
import static io.tidemark.spark.table.Types.TEXT_BY_TEXT;
import static io.tidemark.spark.table.Types.WINDOW;

import io.tidemark.cohort.Maturity.Ripeness;
import io.tidemark.model.Auc;
import io.tidemark.model.BadRate;
import io.tidemark.model.Estimate;
import io.tidemark.model.Figure;
import io.tidemark.model.Performance;
import io.tidemark.model.ScoreBand;
import io.tidemark.model.ScoredModel;
import io.tidemark.spark.outcome.ModelPerformance;
import io.tidemark.spark.table.OutputTable;
import io.tidemark.spark.table.Types;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The table {@code model_performance}. */
final class ModelPerformanceTable {
    private static final StructType BAND = new StructType()
            .add("lower", NUMBER, true)
            .add("upper", NUMBER, true)
            .add("labelled", COUNT, true)
            .add("bads", COUNT, true)
            .add("expected_rate", NUMBER, true)
            .add("observed_rate", NUMBER, true);

    static final OutputTable<ModelPerformance> TABLE = table();

    private static OutputTable<ModelPerformance> table() {
        OutputTable<ModelPerformance> table = OutputTable.<ModelPerformance>of(
                        "model_performance",
                        "How models did on the applicants of each cohort, by the outcomes that were known as of the run."
                                + " Lows and highs are 95 % confidence intervals.")
                .column("window", WINDOW, "the cohort, end not included", p -> Types.window(p.cohort()))
                .column(
                        "model",
                        TEXT,
                        "the column of its scores",
                        p -> p.model().name())
                .nullable("slice_key", TEXT, Tables.SLICE_KEY, p -> p.slice().key())
                .nullable(
                        "slice_value", TEXT, Tables.SLICE_VALUE, p -> p.slice().value())
                .column(
                        "role",
                        TEXT,
                        "CHAMPION or CHALLENGER",
                        p -> p.model().role().name())
                .column(
                        "maturity",
                        TEXT,
                        "MATURE where all outcomes can be known, else PARTLY_MATURE or IMMATURE; only mature cohorts decide anything",
                        p -> p.ripeness().name())
                .column("count", COUNT, "applicants", p -> p.counts().all())
                .column("labelled", COUNT, "those with a known outcome and a score", p ->
                        (long) p.performance().labelled())
                .column("bads", COUNT, "those of them with the bad outcome", p ->
                        (long) p.performance().bads())
                .column("unscored", COUNT, "those with a known outcome and no score; in no figure", p ->
                        (long) p.performance().unscored())
                .column(
                        "unscored_bads",
                        COUNT,
                        "those of them with the bad outcome",
                        p -> p.counts().bads() - p.performance().bads())
                .column(
                        "without_outcome",
                        COUNT,
                        "those who have no outcome though they could, as applicants who were declined; figures are of the others only",
                        p -> p.counts().withoutOutcome())
                .column(
                        "immature",
                        COUNT,
                        "those whose outcome is still to come",
                        p -> p.counts().later())
                .nullable("auc", NUMBER, "area under the ROC curve, 0..1", p -> area(p, Auc::value))
                .nullable("auc_low", NUMBER, "DeLong's interval, lower end", p -> area(p, Auc::low))
                .nullable("auc_high", NUMBER, "upper end", p -> area(p, Auc::high))
                .nullable("auc_variance", NUMBER, "DeLong's variance of auc", p -> area(p, Auc::variance))
                .nullable(
                        "gini",
                        NUMBER,
                        "2 auc - 1",
                        p -> p.performance().gini().known().orElse(null))
                .nullable(
                        "ks",
                        NUMBER,
                        "largest distance of the scores of bads and goods, 0..1",
                        p -> p.performance().ks().known().orElse(null));
        rates(table);
        EstimateColumns.addTo(table);
        ApprovalColumns.addTo(table);
        return table.nullable(
                        "score_psi",
                        NUMBER,
                        "population stability index of the scores against the deciding reference; see feature_shifts",
                        ModelPerformance::scorePsi)
                .nullable(
                        "recalibration_gain",
                        NUMBER,
                        "by how much brier would have been lower, had intercept and slope of the champion's logits been refitted on the two mature cohorts before; null in slices, and where that could not be tried",
                        p -> gain(p, Estimate::value))
                .nullable("recalibration_gain_se", NUMBER, "its standard error", p -> gain(p, Estimate::standardError))
                .column(
                        "score_bands",
                        DataTypes.createArrayType(BAND, false),
                        "the same by tenths of the reference's scores; scores of which more is good are negative here",
                        p -> Types.array(p.performance().bands().stream()
                                .map(ModelPerformanceTable::band)
                                .toList()))
                .column(
                        "undefined",
                        TEXT_BY_TEXT,
                        "figures without a value, each with the reason",
                        ModelPerformanceTable::undefined)
                .column(
                        "measured_by",
                        TEXT,
                        "SHA-256 of what the figures were measured by: settings, and the cohorts that the score bands were learned from",
                        ModelPerformance::measuredBy)
                .check("window_order", Tables.WINDOW_CHECK)
                .check("role_known", "role IN " + Types.names(ScoredModel.Role.values()))
                .check("maturity_known", "maturity IN " + Types.names(Ripeness.values()));
    }

    private static void rates(OutputTable<ModelPerformance> table) {
        table.nullable(
                        "brier",
                        NUMBER,
                        "mean squared error of the probabilities, 0..1",
                        p -> value(p, Performance::brier))
                .nullable("brier_se", NUMBER, "its standard error", p -> error(p, Performance::brier))
                .nullable("log_loss", NUMBER, "mean logarithmic loss, nats", p -> value(p, Performance::logLoss))
                .nullable("observed_rate", NUMBER, "share of bads, 0..1", p -> rate(p, BadRate::value))
                .nullable("observed_rate_low", NUMBER, "Wilson's interval, lower end", p -> rate(p, BadRate::low))
                .nullable("observed_rate_high", NUMBER, "upper end", p -> rate(p, BadRate::high))
                .nullable(
                        "expected_rate",
                        NUMBER,
                        "mean of the probabilities, 0..1",
                        p -> p.performance().expectedRate().known().orElse(null))
                .nullable(
                        "calibration_intercept",
                        NUMBER,
                        "by how many logits outcomes lie above the probabilities; 0 where they agree",
                        p -> value(p, Performance::calibrationIntercept))
                .nullable(
                        "calibration_intercept_se",
                        NUMBER,
                        "its standard error",
                        p -> error(p, Performance::calibrationIntercept))
                .nullable(
                        "calibration_slope",
                        NUMBER,
                        "slope of outcomes on the logits of the probabilities; below 1 where these are too extreme",
                        p -> value(p, Performance::calibrationSlope))
                .nullable(
                        "calibration_slope_se",
                        NUMBER,
                        "its standard error",
                        p -> error(p, Performance::calibrationSlope));
    }

    private static Object area(ModelPerformance of, Function<Auc, Double> figure) {
        return of.performance().auc().known().map(figure).orElse(null);
    }

    private static Object rate(ModelPerformance of, Function<BadRate, Double> figure) {
        return of.performance().observedRate().known().map(figure).orElse(null);
    }

    private static Object value(ModelPerformance of, Function<Performance, Figure<Estimate>> figure) {
        return figure.apply(of.performance()).known().map(Estimate::value).orElse(null);
    }

    private static Object error(ModelPerformance of, Function<Performance, Figure<Estimate>> figure) {
        return figure.apply(of.performance())
                .known()
                .map(Estimate::standardError)
                .orElse(null);
    }

    private static Object gain(ModelPerformance of, Function<Estimate, Double> figure) {
        return of.recalibrationGain() == null ? null : figure.apply(of.recalibrationGain());
    }

    private static Object undefined(ModelPerformance of) {
        Map<String, String> reasons = new LinkedHashMap<>(of.performance().undefined());
        of.figures().ratio().whyNot().ifPresent(reason -> reasons.put("approval_rate_ratio", reason));
        EstimateColumns.addReasons(of, reasons);
        return Types.map(reasons);
    }

    private static Row band(ScoreBand band) {
        return RowFactory.create(
                Double.isInfinite(band.low()) ? null : band.low(),
                Double.isInfinite(band.high()) ? null : band.high(),
                (long) band.applicants(),
                (long) band.bads(),
                band.expectedRate().known().orElse(null),
                band.observedRate().known().map(BadRate::value).orElse(null));
    }

    private ModelPerformanceTable() {}
}
