package io.tidemark.measure;

import io.tidemark.measure.Comparison.NumericPair;
import io.tidemark.measure.MeasureResult.Undefined;
import io.tidemark.measure.MeasureResult.Value;
import java.util.OptionalDouble;

/**
 * The first Wasserstein distance over the reference's standard deviation: how many of them the amounts moved, on average.
 *
 * <ul>
 *   <li>range 0 … ∞, without unit; not symmetric, since the reference gives the scale
 *   <li>undefined where the distance is, and where the reference's amounts are all alike or too few for a standard deviation
 * </ul>
 */
public final class NormalizedWassersteinDistance implements Measure {
    @Override
    public MeasureCard card() {
        return new MeasureCard(
                "wasserstein_normalized",
                MeasureCard.On.NUMERIC,
                MeasureCard.Form.VALUE,
                "∫ |F−G| dx / standard deviation of the reference",
                "0…∞",
                "the same without a unit, so that features compare");
    }

    @Override
    public MeasureResult of(Comparison comparison) {
        return comparison
                .numeric()
                .map(NormalizedWassersteinDistance::of)
                .orElse(new Undefined("the feature is not numeric"));
    }

    private static MeasureResult of(NumericPair pair) {
        MeasureResult found = WassersteinDistance.of(pair);
        if (!(found instanceof Value distance)) {
            return found;
        }
        OptionalDouble scale = pair.reference().standardDeviation();
        if (scale.isEmpty() || scale.getAsDouble() == 0) {
            return new Undefined("the reference's amounts do not vary");
        }
        double normalized = distance.value() / scale.getAsDouble();
        return Double.isFinite(normalized)
                ? new Value(normalized)
                : new Undefined("the distance is too large for a double");
    }
}
