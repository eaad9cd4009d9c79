package io.tidemark.measure;

import io.tidemark.measure.MeasureResult.Test;
import io.tidemark.measure.MeasureResult.Undefined;
import org.apache.spark.mllib.linalg.Matrices;
import org.apache.spark.mllib.stat.Statistics;
import org.apache.spark.mllib.stat.test.ChiSqTestResult;

/**
 * Pearson's chi-squared test of homogeneity on the 2 × B table of binned counts, by MLlib.
 *
 * <ul>
 *   <li>B: bins that are not empty on both sides; B − 1 degrees of freedom; no continuity correction
 *   <li>the two-sample form: the reference is a sample too. The one-sample form, which takes it for the truth, doubles false alarms
 *   <li>statistic 0 … ∞; symmetric
 *   <li>undefined where either side has no applicants, and where all share one bin
 * </ul>
 *
 * <p>Source: Pearson 1900. Checked against {@code scipy.stats.chi2_contingency(correction=False)}.
 */
public final class ChiSquaredTest implements Measure {
    @Override
    public MeasureCard card() {
        return new MeasureCard(
                "chi_squared_test",
                MeasureCard.On.ALL,
                MeasureCard.Form.TEST,
                "Σ (observed−expected)²/expected of the 2×B table, B−1 degrees of freedom",
                "0…∞",
                "whether the binned shares differ at all; grows with the number of applicants");
    }

    @Override
    public MeasureResult of(Comparison comparison) {
        Contingency table = comparison.contingency();
        if (table.emptySide() != null) {
            return new Undefined(table.emptySide());
        }
        if (table.size() < 2) {
            return new Undefined("all applicants share one bin");
        }
        double[] columns = new double[2 * table.size()];
        for (int i = 0; i < table.size(); i++) {
            columns[2 * i] = table.reference(i);
            columns[2 * i + 1] = table.current(i);
        }
        ChiSqTestResult test = Statistics.chiSqTest(Matrices.dense(2, table.size(), columns));
        return new Test(test.statistic(), Math.min(1, Math.max(0, test.pValue())));
    }
}
