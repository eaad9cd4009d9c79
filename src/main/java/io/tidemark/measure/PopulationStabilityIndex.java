package io.tidemark.measure;

import io.tidemark.measure.MeasureResult.Undefined;
import io.tidemark.measure.MeasureResult.Value;
import java.util.OptionalDouble;

/**
 * The population stability index, Σ (q − p) ln(q / p) over the bins; the symmetrised Kullback–Leibler divergence in nats.
 *
 * <ul>
 *   <li>p, q: shares of reference and cohort, smoothed; missing, special, new and out-of-range values are bins like any other
 *   <li>range 0 … ∞; 0 where the shares are the same; symmetric
 *   <li>undefined where either side has no applicants, and, without smoothing, where a bin is empty on one side only
 * </ul>
 *
 * <p>Its expectation under no shift is not 0 but about (B − 1)(1/n + 1/m): see {@code PsiNoise}. Source: Lewis, An Introduction to Credit
 * Scoring, 1994; Yurdakul and Naranjo, Statistical properties of the population stability index, 2020.
 */
public final class PopulationStabilityIndex implements Measure {
    public static final String ID = "population_stability_index";

    @Override
    public MeasureCard card() {
        return new MeasureCard(
                ID,
                MeasureCard.On.ALL,
                MeasureCard.Form.VALUE,
                "Σ (q−p) ln(q/p), shares smoothed",
                "0…∞ nats",
                "the convention of credit scoring; read it beside its noise level");
    }

    @Override
    public MeasureResult of(Comparison comparison) {
        Contingency table = comparison.contingency();
        if (table.emptySide() != null) {
            return new Undefined(table.emptySide());
        }
        double sum = 0;
        for (int i = 0; i < table.size(); i++) {
            double contribution = contribution(table, i, comparison.smoothing());
            if (!Double.isFinite(contribution)) {
                return new Undefined("bin " + table.bin(i).label() + " is empty on one side, and nothing is smoothed");
            }
            sum += contribution;
        }
        return new Value(sum);
    }

    /** The index of two groups of applicants; empty where it is not defined. */
    public static OptionalDouble of(Contingency table, Smoothing smoothing) {
        if (table.emptySide() != null) {
            return OptionalDouble.empty();
        }
        double sum = 0;
        for (int i = 0; i < table.size(); i++) {
            sum += contribution(table, i, smoothing);
        }
        return Double.isFinite(sum) ? OptionalDouble.of(sum) : OptionalDouble.empty();
    }

    /** What bin i adds; never negative; infinite where only one side is empty and nothing is smoothed. */
    public static double contribution(Contingency table, int i, Smoothing smoothing) {
        double p = smoothing.share(table.reference(i), table.referenceTotal(), table.size());
        double q = smoothing.share(table.current(i), table.currentTotal(), table.size());
        return contribution(p, q);
    }

    /** What a bin with share p in the reference and q in the cohort adds. */
    public static double contribution(double p, double q) {
        return p == q ? 0 : (q - p) * Math.log(q / p);
    }
}
