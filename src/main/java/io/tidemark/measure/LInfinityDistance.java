package io.tidemark.measure;

import io.tidemark.measure.MeasureResult.Undefined;
import io.tidemark.measure.MeasureResult.Value;

/**
 * The L-infinity distance, max |p − q|: the largest change of any one bin's share.
 *
 * <ul>
 *   <li>p, q: shares as counted
 *   <li>range 0 … 1; symmetric; a metric
 *   <li>undefined where either side has no applicants
 * </ul>
 */
public final class LInfinityDistance implements Measure {
    @Override
    public MeasureCard card() {
        return new MeasureCard(
                "l_infinity_distance",
                MeasureCard.On.ALL,
                MeasureCard.Form.VALUE,
                "max |p−q|",
                "0…1",
                "which one bin changed most: l_infinity_bin names it");
    }

    @Override
    public MeasureResult of(Comparison comparison) {
        Contingency table = comparison.contingency();
        if (table.emptySide() != null) {
            return new Undefined(table.emptySide());
        }
        int widest = widestBin(table);
        return new Value(Math.abs(table.referenceShare(widest) - table.currentShare(widest)));
    }

    /** The bin whose share changed most; the first of several. */
    public static int widestBin(Contingency table) {
        int widest = 0;
        double most = -1;
        for (int i = 0; i < table.size(); i++) {
            double change = Math.abs(table.referenceShare(i) - table.currentShare(i));
            if (change > most) {
                widest = i;
                most = change;
            }
        }
        return widest;
    }
}
