package io.tidemark.measure;

import io.tidemark.measure.Comparison.NumericPair;
import io.tidemark.measure.MeasureResult.Test;
import io.tidemark.measure.MeasureResult.Undefined;
import io.tidemark.profile.Distribution;
import io.tidemark.profile.DistributionPair;

/**
 * The two-sample Kolmogorov–Smirnov test, D = sup |F(x) − G(x)|, at the full resolution of the profiles.
 *
 * <ul>
 *   <li>F, G: distribution functions of the amounts of reference and cohort; missing, special, NaN and infinite values are left out
 *   <li>D in 0 … 1; symmetric; exact while the profiles are, else at most the mass of one bucket too small
 *   <li>p from the limit law, P(K > sqrt(nm/(n+m)) D); with many ties it errs to the safe side (too large)
 *   <li>undefined where either side has no amounts
 * </ul>
 *
 * <p>Source: Smirnov 1939. Checked against {@code scipy.stats.ks_2samp}.
 */
public final class KolmogorovSmirnovTest implements Measure {
    public static final String ID = "ks_test";

    @Override
    public MeasureCard card() {
        return new MeasureCard(
                ID,
                MeasureCard.On.NUMERIC,
                MeasureCard.Form.TEST,
                "sup |F−G| over the amounts; p from the Kolmogorov distribution",
                "0…1",
                "a shift anywhere in a numeric feature, whatever the bins");
    }

    @Override
    public MeasureResult of(Comparison comparison) {
        return comparison.numeric().map(KolmogorovSmirnovTest::of).orElse(new Undefined("the feature is not numeric"));
    }

    private static MeasureResult of(NumericPair pair) {
        DistributionPair aligned = pair.aligned();
        Distribution reference = aligned.reference();
        Distribution current = aligned.current();
        if (reference.total() == 0 || current.total() == 0) {
            return new Undefined(reference.total() == 0 ? "the reference has no amounts" : "the cohort has no amounts");
        }
        double n = reference.total();
        double m = current.total();
        double distance = distance(reference, current);
        return new Test(distance, Kolmogorov.survival(Math.sqrt(n * m / (n + m)) * distance));
    }

    /** sup |F(x) − G(x)| of two distributions, neither of them empty. */
    public static double distance(Distribution reference, Distribution current) {
        double n = reference.total();
        double m = current.total();
        double widest = 0;
        int i = 0;
        int j = 0;
        while (i < reference.size() && j < current.size()) {
            double a = reference.value(i);
            double b = current.value(j);
            if (a <= b) {
                i++;
            }
            if (b <= a) {
                j++;
            }
            double f = i == 0 ? 0 : reference.cumulative(i - 1) / n;
            double g = j == 0 ? 0 : current.cumulative(j - 1) / m;
            widest = Math.max(widest, Math.abs(f - g));
        }
        return widest;
    }
}
