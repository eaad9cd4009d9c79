package io.tidemark.measure;

import io.tidemark.measure.MeasureResult.Undefined;
import io.tidemark.measure.MeasureResult.Value;

/**
 * The total variation distance, ½ Σ |p − q|: the share of applicants that would have to change bin.
 *
 * <ul>
 *   <li>p, q: shares as counted
 *   <li>range 0 … 1; symmetric; a metric
 *   <li>undefined where either side has no applicants
 * </ul>
 */
public final class TotalVariationDistance implements Measure {
    @Override
    public MeasureCard card() {
        return new MeasureCard(
                "tv_distance",
                MeasureCard.On.ALL,
                MeasureCard.Form.VALUE,
                "½ Σ |p−q|",
                "0…1",
                "in words: the share of applicants that moved to another bin");
    }

    @Override
    public MeasureResult of(Comparison comparison) {
        Contingency table = comparison.contingency();
        if (table.emptySide() != null) {
            return new Undefined(table.emptySide());
        }
        double sum = 0;
        for (int i = 0; i < table.size(); i++) {
            sum += Math.abs(table.referenceShare(i) - table.currentShare(i));
        }
        return Value.upToOne(sum / 2);
    }
}
