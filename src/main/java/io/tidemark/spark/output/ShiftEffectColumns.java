package io.tidemark.spark.output;

import static io.tidemark.spark.table.Types.NUMBER;

import io.tidemark.shift.JudgedShift;
import io.tidemark.shift.OutcomeEffect;
import io.tidemark.shift.SlicePart;
import io.tidemark.spark.table.Getter;
import io.tidemark.spark.table.OutputTable;

/** Columns of {@code feature_shifts}: what a slice adds to a shift, and what the shift does to outcomes. */
final class ShiftEffectColumns {
    private ShiftEffectColumns() {}

    static void addTo(OutputTable<JudgedShift> shifts) {
        shifts.nullable(
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
                        "information_value",
                        NUMBER,
                        "what the feature's bins tell of the reference's outcomes: the PSI between good and bad applicants",
                        s -> effect(s, e -> e.informationValue().known().orElse(null)))
                .nullable(
                        "score_effect",
                        NUMBER,
                        "characteristic stability index: by how many logits of bad the shift changes the mean of the feature's part of a scorecard whose points are the bins' weights of evidence (bins.woe, other sign)",
                        s -> effect(s, e -> e.scoreEffect().known().orElse(null)))
                .nullable(
                        "importance",
                        NUMBER,
                        "the feature's weight among the cohort's features, 0..1: as given (importance), else its share of their information values, which is its part in how far a scorecard of all their weights of evidence (naive Bayes) keeps good and bad applicants apart; null for a score",
                        JudgedShift::importance);
    }

    private static Object part(JudgedShift judged, Getter<SlicePart> getter) {
        SlicePart part = judged.shift().part();
        return part == null ? null : getter.of(part);
    }

    private static Object effect(JudgedShift judged, Getter<OutcomeEffect> getter) {
        OutcomeEffect effect = judged.shift().effect();
        return effect == null ? null : getter.of(effect);
    }
}
