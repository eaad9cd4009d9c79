package io.tidemark.spark;

import static io.tidemark.spark.Types.COUNT;
import static io.tidemark.spark.Types.NUMBER;
import static io.tidemark.spark.Types.TEST;
import static io.tidemark.spark.Types.TEXT;
import static io.tidemark.spark.Types.TEXTS;
import static io.tidemark.spark.Types.TEXT_BY_TEXT;
import static io.tidemark.spark.Types.WINDOW;

import io.tidemark.cohort.DriftType;
import io.tidemark.measure.Measure;
import io.tidemark.measure.MeasureCard;
import io.tidemark.measure.MeasureResult;
import io.tidemark.measure.Measures;
import io.tidemark.shift.Departure;
import io.tidemark.shift.JudgedShift;
import io.tidemark.shift.NaturalVariation;
import io.tidemark.shift.OutcomeEffect;
import io.tidemark.shift.Pattern;
import io.tidemark.shift.PsiNoise;
import io.tidemark.shift.Severity;
import io.tidemark.shift.SlicePart;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;

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
        return shifts.column(
                        "l_infinity_bin",
                        TEXT,
                        "the bin whose share changed most",
                        s -> s.shift().widestBin().label())
                .column(
                        "smoothing",
                        TEXT,
                        "of empty bins in population_stability_index",
                        s -> s.shift().smoothing())
                .nullable(
                        "psi_expected",
                        NUMBER,
                        "what PSI is on average if nothing shifted",
                        s -> noise(s, PsiNoise::expected))
                .nullable(
                        "psi_critical",
                        NUMBER,
                        "what PSI exceeds in one case of twenty if nothing shifted",
                        s -> noise(s, PsiNoise::critical))
                .nullable(
                        "psi_pvalue",
                        NUMBER,
                        "probability of such a PSI or a larger one if nothing shifted",
                        s -> noise(s, PsiNoise::pValue))
                .nullable(
                        "psi_excess",
                        NUMBER,
                        "PSI minus psi_expected",
                        s -> noise(s, n -> n.excess(s.shift().psi().orElseThrow())))
                .nullable(
                        "psi_noise_law",
                        TEXT,
                        "CHI_SQUARED, or BOOTSTRAP where bins are sparse",
                        s -> noise(s, n -> n.law().name()))
                .nullable(
                        "shift_pvalue",
                        NUMBER,
                        "psi_pvalue together with those of ks_test and mann_whitney_test, by the Cauchy combination",
                        s -> Types.number(s.shift().pValue()))
                .nullable(
                        "q_value",
                        NUMBER,
                        "shift_pvalue corrected for the number of the cohort's features, by Benjamini-Hochberg or as configured",
                        JudgedShift::qValue)
                .column(
                        "new_categories",
                        TEXTS,
                        "values the reference has never seen, above the privacy floor",
                        s -> Types.array(s.shift().newValues()))
                .column(
                        "lost_categories",
                        TEXTS,
                        "values of the reference that nobody has, though five or more were expected",
                        s -> Types.array(s.shift().lostValues()))
                .column(
                        "severity",
                        TEXT,
                        "NONE, NEGLIGIBLE, MODERATE, MAJOR, or CANNOT_TELL for too few applicants",
                        s -> s.severity().name())
                .column(
                        "alarm",
                        DataTypes.BooleanType,
                        "whether the shift lasts, or is major, and is not held back by a cooldown or a quarantine",
                        JudgedShift::isAlarm)
                .nullable(
                        "count_needed",
                        COUNT,
                        "applicants that the cohort would need for a moderate shift to be seen; null where it has enough, or the reference has too few",
                        JudgedShift::rowsNeeded)
                .nullable(
                        "natural_psi",
                        NUMBER,
                        "the largest PSI of a cohort of the reference against the others of it; null where it has fewer than three",
                        s -> natural(s, NaturalVariation::psi))
                .nullable(
                        "natural_pvalue",
                        NUMBER,
                        "probability that the largest of them is as large if the reference is one population",
                        s -> natural(s, NaturalVariation::pValue))
                .nullable(
                        "slice_share",
                        NUMBER,
                        "share of the cohort's applicants that are in the slice, 0..1",
                        s -> part(s, p -> p.part().share()))
                .nullable(
                        "slice_share_cmp",
                        NUMBER,
                        "share of the reference's applicants that are in the slice, 0..1",
                        s -> part(s, p -> p.part().referenceShare()))
                .nullable(
                        "mix_shift",
                        NUMBER,
                        "what the share of the slice adds to total_shift, nats",
                        s -> part(s, p -> p.part().mix()))
                .nullable(
                        "within_shift",
                        NUMBER,
                        "what the shift within the slice adds to total_shift, nats",
                        s -> part(s, p -> p.part().within()))
                .nullable(
                        "total_shift",
                        NUMBER,
                        "PSI of the feature's bins and the segments together: mix_shift and within_shift of all values of slice_key, also those without applicants now",
                        s -> part(s, SlicePart::total))
                .nullable(
                        "mix_effect",
                        NUMBER,
                        "change of the bad rate by other shares of the bins, at the reference's rates; of applicants with an outcome once those are mature, until then of all",
                        s -> effect(s, OutcomeEffect::mixEffect))
                .nullable(
                        "mix_effect_se",
                        NUMBER,
                        "standard error of mix_effect",
                        s -> effect(s, OutcomeEffect::mixError))
                .nullable(
                        "rate_effect",
                        NUMBER,
                        "change of the bad rate by other rates within the bins; with mix_effect it is the whole change; null while outcomes are not mature",
                        s -> effect(s, OutcomeEffect::rateEffect))
                .nullable(
                        "rate_effect_se",
                        NUMBER,
                        "standard error of rate_effect",
                        s -> effect(s, OutcomeEffect::rateError))
                .nullable(
                        "rate_pvalue",
                        NUMBER,
                        "probability of such rates within the bins if every bin had kept its own; small also where better and worse bins cancel out in rate_effect",
                        s -> effect(s, OutcomeEffect::ratePValue))
                .nullable(
                        "onset_window",
                        WINDOW,
                        "the cohort in which the departure from the reference began that the cohort belongs to; null where it is at the reference, and where that goes along",
                        s -> departure(s, d -> d.onset() == null ? null : Types.window(d.onset())))
                .nullable(
                        "onset_form",
                        TEXT,
                        "JUMP, or RAMP for equal steps over three cohorts or more",
                        s -> departure(
                                s, d -> d.form() == null ? null : d.form().name()))
                .nullable(
                        "pattern",
                        TEXT,
                        "what the references say together: STABLE, BREAK, DRIFT, SEASONAL, or SPELL for left and came back",
                        s -> s.pattern() == null ? null : s.pattern().name())
                .column(
                        "undefined",
                        TEXT_BY_TEXT,
                        "measures without a value, each with the reason",
                        FeatureShiftsTable::undefined)
                .check("window_order", Tables.WINDOW_CHECK)
                .check("severity_known", "severity IN " + Tables.names(Severity.values()))
                .check("pattern_known", "pattern IS NULL OR pattern IN " + Tables.names(Pattern.values()))
                .check("q_range", "q_value IS NULL OR q_value BETWEEN 0 AND 1");
    }

    private static Object noise(JudgedShift judged, Getter<PsiNoise> getter) {
        PsiNoise noise = judged.shift().noise();
        return noise == null ? null : getter.of(noise);
    }

    private static Object natural(JudgedShift judged, Getter<NaturalVariation> getter) {
        NaturalVariation natural = judged.shift().natural();
        return natural == null ? null : getter.of(natural);
    }

    private static Object part(JudgedShift judged, Getter<SlicePart> getter) {
        SlicePart part = judged.shift().part();
        return part == null ? null : getter.of(part);
    }

    private static Object effect(JudgedShift judged, Getter<OutcomeEffect> getter) {
        OutcomeEffect effect = judged.shift().effect();
        return effect == null ? null : getter.of(effect);
    }

    private static Object departure(JudgedShift judged, Getter<Departure> getter) {
        Departure departure = judged.shift().departure();
        return departure == null ? null : getter.of(departure);
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
        return Types.map(undefined);
    }

    private FeatureShiftsTable() {}
}
