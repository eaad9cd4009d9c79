package io.tidemark.spark.output;

import static io.tidemark.spark.table.Types.COUNT;
import static io.tidemark.spark.table.Types.NUMBER;
import static io.tidemark.spark.table.Types.TEST;
import static io.tidemark.spark.table.Types.TEXT;
import static io.tidemark.spark.table.Types.TEXT_BY_TEXT;
import static io.tidemark.spark.table.Types.WINDOW;

import io.tidemark.cohort.DriftType;
import io.tidemark.measure.Measure;
import io.tidemark.measure.MeasureCard;
import io.tidemark.measure.MeasureResult;
import io.tidemark.measure.Measures;
import io.tidemark.shift.JudgedShift;
import io.tidemark.shift.OutcomeEffect;
import io.tidemark.shift.Pattern;
import io.tidemark.shift.Severity;
import io.tidemark.spark.table.OutputTable;
import io.tidemark.spark.table.Types;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.RowFactory;

/** The table {@code feature_shifts}: the columns of the measures follow from their catalogue. */
final class FeatureShiftsTable {
    static final OutputTable<JudgedShift> TABLE = table();

    private static OutputTable<JudgedShift> table() {
        OutputTable<JudgedShift> shifts = OutputTable.<JudgedShift>of(
                        "feature_shifts",
                        "How each feature of each cohort differs from each reference, with its noise and its grade."
                                + " Deltas are cohort minus reference.")
                .column(
                        "window",
                        WINDOW,
                        "the cohort, end not included",
                        s -> Types.window(s.shift().cohort()))
                .nullable(
                        "window_cmp",
                        WINDOW,
                        "days of the reference, from its first to its last; null where it is another table",
                        s -> Types.window(s.shift().referenceWindow()))
                .column(
                        "drift_type",
                        TEXT,
                        DriftType.legend(),
                        s -> s.shift().reference().driftType().name())
                .column(
                        "reference_id",
                        TEXT,
                        "the reference",
                        s -> s.shift().reference().id())
                .column(
                        "granularity",
                        TEXT,
                        "length of the cohort, such as 1 month",
                        s -> s.shift().cohort().granularity().duration())
                .nullable(
                        "slice_key",
                        TEXT,
                        Tables.SLICE_KEY,
                        s -> s.shift().slice().key())
                .nullable(
                        "slice_value",
                        TEXT,
                        Tables.SLICE_VALUE,
                        s -> s.shift().slice().value())
                .column(
                        "column_name",
                        TEXT,
                        "the feature",
                        s -> s.shift().feature().name())
                .column(
                        "data_type",
                        TEXT,
                        "the column's type; dates are compared in days before the application",
                        s -> s.shift().feature().dataType())
                .column(
                        "count",
                        COUNT,
                        "applicants of the cohort",
                        s -> s.shift().rows())
                .column(
                        "count_cmp",
                        COUNT,
                        "applicants of the reference",
                        s -> s.shift().referenceRows())
                .column(
                        "count_delta",
                        COUNT,
                        "count minus count_cmp",
                        s -> s.shift().rows() - s.shift().referenceRows())
                .nullable(
                        "avg_delta",
                        NUMBER,
                        "difference of the means, in the feature's unit",
                        s -> s.shift().averageDelta())
                .column(
                        "percent_null_delta",
                        NUMBER,
                        "difference of the shares without a value",
                        s -> s.shift().missingShareDelta())
                .nullable(
                        "percent_zeros_delta",
                        NUMBER,
                        "difference of the shares with zero",
                        s -> s.shift().zeroShareDelta())
                .nullable(
                        "percent_distinct_delta",
                        NUMBER,
                        "difference of the different values per applicant",
                        s -> s.shift().distinctShareDelta());
        for (Measure measure : Measures.ALL) {
            MeasureCard card = measure.card();
            String meaning = card.definition() + "; " + card.range();
            boolean isTest = card.form() == MeasureCard.Form.TEST;
            String id = card.id();
            shifts.nullable(
                    id,
                    isTest ? TEST : NUMBER,
                    meaning,
                    s -> cell(s.shift().measures().get(id)));
        }
        ShiftGradeColumns.addTo(shifts);
        ShiftEffectColumns.addTo(shifts);
        ShiftCourseColumns.addTo(shifts);
        return shifts.column(
                        "undefined",
                        TEXT_BY_TEXT,
                        "figures without a value, each with the reason",
                        FeatureShiftsTable::undefined)
                .check("window_order", Tables.WINDOW_CHECK)
                .check("severity_known", "severity IN " + Types.names(Severity.values()))
                .check("pattern_known", "pattern IS NULL OR pattern IN " + Types.names(Pattern.values()))
                .check("q_range", "q_value IS NULL OR q_value BETWEEN 0 AND 1");
    }

    private static Object cell(MeasureResult result) {
        if (result instanceof MeasureResult.Value value) {
            return value.value();
        }
        if (result instanceof MeasureResult.Test test) {
            return RowFactory.create(test.statistic(), test.pValue());
        }
        return null;
    }

    private static Object undefined(JudgedShift judged) {
        Map<String, String> undefined = new HashMap<>();
        judged.shift().measures().forEach((id, result) -> {
            if (result instanceof MeasureResult.Undefined without) {
                undefined.put(id, without.reason());
            }
        });
        OutcomeEffect effect = judged.shift().effect();
        if (effect != null) {
            effect.informationValue().whyNot().ifPresent(reason -> undefined.put("information_value", reason));
            effect.scoreEffect().whyNot().ifPresent(reason -> undefined.put("score_effect", reason));
        }
        return Types.map(undefined);
    }

    private FeatureShiftsTable() {}
}
