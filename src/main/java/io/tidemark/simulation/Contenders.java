package io.tidemark.simulation;

import io.tidemark.feature.FeatureKind;
import io.tidemark.measure.KolmogorovSmirnovTest;
import io.tidemark.measure.MeasureResult.Test;
import io.tidemark.shift.FeatureShift;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The rules that are held against each other.
 *
 * <ul>
 *   <li>{@code PSI > 0.1}, {@code PSI > 0.25}: the convention of credit scoring by itself, over ten quantile bins
 *   <li>{@code KS p < 0.05}: the two-sample Kolmogorov–Smirnov test of each numeric feature, the chi-squared test of each categorical one
 *   <li>{@code Evidently}: the defaults of its data drift preset. With at most 1,000 applicants in the reference p below 0.05, by
 *       Kolmogorov–Smirnov for numbers and chi-squared for categories and numbers of at most five values; with more, a Wasserstein
 *       distance of 0.1 standard deviations or more for numbers, a Jensen–Shannon distance (natural logarithm) of 0.1 or more for the others
 *   <li>{@code Evidently, half}: its verdict on the whole, where at least half of the features have drifted
 *   <li>{@code NannyML}: the Kolmogorov–Smirnov distance of a chunk from the reference, of categories the Jensen–Shannon distance, outside of
 *       the mean ± 3 standard deviations of that of the reference's own chunks, its threshold where no constant is set
 * </ul>
 *
 * <p>Where a tool has bins of its own, those of Tidemark stand in for them.
 */
final class Contenders {
    private static final double LEVEL = 0.05;
    private static final double EFFECT = 0.1;
    private static final long SMALL = 1_000;
    private static final int FEW_VALUES = 5;
    private static final double SIGMAS = 3;
    /** A Jensen–Shannon distance to base 2 times this is the one with natural logarithms. */
    private static final double NATURAL = Math.sqrt(Math.log(2));

    private Contenders() {}

    static List<Contender> others() {
        Contender evidently = new EachCohort("Evidently", Contenders::evidently);
        return List.of(
                new EachCohort("PSI > 0.1", (history, shift) -> psi(shift) > 0.1),
                new EachCohort("PSI > 0.25", (history, shift) -> psi(shift) > 0.25),
                new EachCohort("KS p < 0.05", (history, shift) -> test(history, shift) < LEVEL),
                evidently,
                new HalfOfFeatures(evidently),
                new EachCohort("NannyML", Contenders::nannyMl));
    }

    private static double psi(FeatureShift shift) {
        return shift.psi().orElse(0);
    }

    /** p of the test that fits the feature. */
    private static double test(History history, FeatureShift shift) {
        boolean isNumeric = history.feature().kind() == FeatureKind.NUMERIC;
        return p(shift, isNumeric ? "ks_test" : "chi_squared_test");
    }

    private static double p(FeatureShift shift, String measure) {
        return shift.measures().get(measure) instanceof Test test ? test.pValue() : 1;
    }

    private static boolean evidently(History history, FeatureShift shift) {
        boolean isNumeric = history.feature().kind() == FeatureKind.NUMERIC
                && history.reference().distinct().atLeast() > FEW_VALUES;
        if (shift.referenceRows() <= SMALL) {
            return p(shift, isNumeric ? "ks_test" : "chi_squared_test") < LEVEL;
        }
        return isNumeric
                ? shift.value("wasserstein_normalized").orElse(0) >= EFFECT
                : NATURAL * shift.value("js_distance").orElse(0) >= EFFECT;
    }

    private static boolean nannyMl(History history, FeatureShift shift) {
        boolean isNumeric = history.feature().kind() == FeatureKind.NUMERIC;
        String measure = isNumeric ? KolmogorovSmirnovTest.ID : "js_distance";
        ToDoubleFunction<FeatureShift> distance = of -> of.value(measure).orElse(0);
        double mean =
                history.ofReference().stream().mapToDouble(distance).average().orElseThrow();
        double variance = history.ofReference().stream()
                .mapToDouble(distance)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElseThrow();
        return Math.abs(distance.applyAsDouble(shift) - mean) > SIGMAS * Math.sqrt(variance);
    }
}
