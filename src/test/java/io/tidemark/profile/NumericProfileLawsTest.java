package io.tidemark.profile;

import io.tidemark.feature.Bins;
import io.tidemark.feature.Feature;
import io.tidemark.feature.FeatureKind;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The laws of profiles, for numbers. */
class NumericProfileLawsTest extends ProfileLaws<Double> {
    private static final List<Double> SPECIALS = List.of(NumberSamples.SPECIAL, NumberSamples.OTHER_SPECIAL);
    private static final Feature FEATURE = new Feature("amount", FeatureKind.NUMERIC, "double", SPECIALS);

    @Override
    Stream<Sample<Double>> samples() {
        return NumberSamples.all();
    }

    @Override
    Profile empty() {
        return NumericProfile.empty(SPECIALS);
    }

    @Override
    Profile counted(List<Double> values) {
        NumericAccumulator accumulator = new NumericAccumulator(SPECIALS);
        addAll(accumulator, values);
        return accumulator.profile();
    }

    @Override
    Profile countedAround(List<Double> before, Profile absorbed, List<Double> after) {
        NumericAccumulator accumulator = new NumericAccumulator(SPECIALS);
        addAll(accumulator, before);
        accumulator.absorb((NumericProfile) absorbed);
        addAll(accumulator, after);
        return accumulator.profile();
    }

    private static void addAll(NumericAccumulator accumulator, List<Double> values) {
        for (Double value : values) {
            if (value == null) {
                accumulator.addMissing();
            } else {
                accumulator.add(value);
            }
        }
    }

    @Override
    Profile merged(Profile a, Profile b) {
        return ((NumericProfile) a).merge((NumericProfile) b);
    }

    @Override
    Stream<Bins> bins(Profile profile) {
        Bins ownQuantiles = new BinRule(10, Map.of(), 10).bins(FEATURE, profile);
        Bins ranges = Bins.ofRanges(new double[] {-1, 0, 1, 1e6}, SPECIALS);
        Bins numbers = Bins.ofNumbers(new double[] {1, 2, 0}, SPECIALS);
        return Stream.of(ownQuantiles, ranges, numbers);
    }
}
