package io.tidemark.measure;

import io.tidemark.measure.MeasureResult.Test;
import io.tidemark.measure.MeasureResult.Value;

/**
 * Cramér's V of the 2 × B table, sqrt(χ² / N): the chi-squared statistic without the size of the samples in it.
 *
 * <ul>
 *   <li>N: applicants of both sides
 *   <li>range 0 … 1; symmetric
 *   <li>undefined where {@link ChiSquaredTest} is
 * </ul>
 *
 * <p>Source: Cramér 1946.
 */
public final class CramersV implements Measure {
    @Override
    public MeasureCard card() {
        return new MeasureCard(
                "cramers_v",
                MeasureCard.On.ALL,
                MeasureCard.Form.VALUE,
                "sqrt(χ²/N)",
                "0…1",
                "the strength of what chi_squared_test finds");
    }

    @Override
    public MeasureResult of(Comparison comparison) {
        MeasureResult chiSquared = new ChiSquaredTest().of(comparison);
        if (!(chiSquared instanceof Test test)) {
            return chiSquared;
        }
        Contingency table = comparison.contingency();
        return Value.upToOne(Math.sqrt(test.statistic() / (table.referenceTotal() + table.currentTotal())));
    }
}
