package io.tidemark.measure;

import io.tidemark.measure.Comparison.NumericPair;
import io.tidemark.measure.MeasureResult.Undefined;
import io.tidemark.measure.MeasureResult.Value;
import io.tidemark.profile.Distribution;
import io.tidemark.profile.DistributionPair;

/**
 * The first Wasserstein (earth mover's) distance, ∫ |F(x) − G(x)| dx: how far the amounts moved, on average, in the feature's own unit.
 *
 * <ul>
 *   <li>F, G: distribution functions of the amounts of reference and cohort
 *   <li>range 0 … ∞ in the feature's unit; symmetric; a metric; exact while the profiles are
 *   <li>undefined where either side has no amounts, and where the distance exceeds the doubles
 * </ul>
 *
 * <p>Source: Ramdas, García Trillos and Cuturi, On Wasserstein two-sample testing, 2017. Checked against
 * {@code scipy.stats.wasserstein_distance}.
 */
public final class WassersteinDistance implements Measure {
    @Override
    public MeasureCard card() {
        return new MeasureCard(
                "wasserstein_distance",
                MeasureCard.On.NUMERIC,
                MeasureCard.Form.VALUE,
                "∫ |F−G| dx",
                "0…∞ in the feature's unit",
                "how far a numeric feature moved, in money or months");
    }

    @Override
    public MeasureResult of(Comparison comparison) {
        return comparison.numeric().map(WassersteinDistance::of).orElse(new Undefined("the feature is not numeric"));
    }

    static MeasureResult of(NumericPair pair) {
        DistributionPair aligned = pair.aligned();
        Distribution reference = aligned.reference();
        Distribution current = aligned.current();
        if (reference.total() == 0 || current.total() == 0) {
            return new Undefined(reference.total() == 0 ? "the reference has no amounts" : "the cohort has no amounts");
        }
        double n = reference.total();
        double m = current.total();
        double area = 0;
        double before = Double.NaN;
        int i = 0;
        int j = 0;
        while (i < reference.size() || j < current.size()) {
            double a = i < reference.size() ? reference.value(i) : Double.POSITIVE_INFINITY;
            double b = j < current.size() ? current.value(j) : Double.POSITIVE_INFINITY;
            double here = Math.min(a, b);
            double f = i == 0 ? 0 : reference.cumulative(i - 1) / n;
            double g = j == 0 ? 0 : current.cumulative(j - 1) / m;
            if (f != g) {
                area += Math.abs(f - g) * (here - before);
            }
            before = here;
            i += a == here ? 1 : 0;
            j += b == here ? 1 : 0;
        }
        return Double.isFinite(area) ? new Value(area) : new Undefined("the distance is too large for a double");
    }
}
