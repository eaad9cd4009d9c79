package io.tidemark.measure;

import io.tidemark.measure.MeasureResult.Undefined;
import io.tidemark.measure.MeasureResult.Value;

/**
 * The Hellinger distance, sqrt(½ Σ (√p − √q)²) = sqrt(1 − Σ √(pq)).
 *
 * <ul>
 *   <li>p, q: shares as counted
 *   <li>range 0 … 1; 0 where the shares are the same, 1 where no bin is shared; symmetric; a metric
 *   <li>undefined where either side has no applicants
 * </ul>
 *
 * <p>The first form is computed: it does not lose the digits of a small distance. Source: Hellinger 1909.
 */
public final class HellingerDistance implements Measure {
    @Override
    public MeasureCard card() {
        return new MeasureCard(
                "hellinger_distance",
                MeasureCard.On.ALL,
                MeasureCard.Form.VALUE,
                "sqrt(1 − Σ sqrt(pq))",
                "0…1",
                "as js_distance, more sensitive to bins that were nearly empty");
    }

    @Override
    public MeasureResult of(Comparison comparison) {
        Contingency table = comparison.contingency();
        if (table.emptySide() != null) {
            return new Undefined(table.emptySide());
        }
        double sum = 0;
        for (int i = 0; i < table.size(); i++) {
            double difference = Math.sqrt(table.referenceShare(i)) - Math.sqrt(table.currentShare(i));
            sum += difference * difference;
        }
        return Value.upToOne(Math.sqrt(sum / 2));
    }
}
