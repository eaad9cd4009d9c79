package io.tidemark.measure;

import io.tidemark.measure.MeasureResult.Undefined;
import io.tidemark.measure.MeasureResult.Value;

/**
 * The Jensen–Shannon distance: the square root of ½ Σ p log₂(p / m) + ½ Σ q log₂(q / m), with m = (p + q) / 2 and 0 log 0 = 0.
 *
 * <ul>
 *   <li>p, q: shares as counted
 *   <li>range 0 … 1; 0 where the shares are the same, 1 where no bin is shared; symmetric; a metric
 *   <li>undefined where either side has no applicants
 * </ul>
 *
 * <p>The same in base e is smaller by the factor sqrt(ln 2). Source: Lin 1991; Endres and Schindelin, A new metric for probability
 * distributions, 2003. Checked against {@code scipy.spatial.distance.jensenshannon(p, q, 2)}.
 */
public final class JensenShannonDistance implements Measure {
    private static final double LN_2 = Math.log(2);

    @Override
    public MeasureCard card() {
        return new MeasureCard(
                "js_distance",
                MeasureCard.On.ALL,
                MeasureCard.Form.VALUE,
                "sqrt(½ Σ p log₂(p/m) + ½ Σ q log₂(q/m)), m = (p+q)/2",
                "0…1",
                "bounded, so that features compare; defined where bins are empty");
    }

    @Override
    public MeasureResult of(Comparison comparison) {
        Contingency table = comparison.contingency();
        if (table.emptySide() != null) {
            return new Undefined(table.emptySide());
        }
        double divergence = 0;
        for (int i = 0; i < table.size(); i++) {
            double p = table.referenceShare(i);
            double q = table.currentShare(i);
            double middle = (p + q) / 2;
            divergence += (term(p, middle) + term(q, middle)) / 2;
        }
        return Value.upToOne(Math.sqrt(Math.max(0, divergence / LN_2)));
    }

    private static double term(double share, double middle) {
        return share == 0 ? 0 : share * Math.log(share / middle);
    }
}
