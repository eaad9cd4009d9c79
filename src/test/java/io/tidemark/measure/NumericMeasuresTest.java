package io.tidemark.measure;

import static io.tidemark.measure.Comparisons.number;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.measure.MeasureResult.Undefined;
import io.tidemark.profile.BruteForce;
import io.tidemark.profile.Distribution;
import io.tidemark.profile.DistributionPair;
import io.tidemark.profile.NumberSamples;
import io.tidemark.profile.NumericProfile;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** Measures over the amounts, while these are exact and when they are counted in buckets. */
class NumericMeasuresTest {
    private static final KolmogorovSmirnovTest KS = new KolmogorovSmirnovTest();
    private static final WassersteinDistance WASSERSTEIN = new WassersteinDistance();

    private static double[] few(long seed, double shift) {
        return NumberSamples.many(800, seed, random -> Math.rint(100 * (random.nextGaussian() + shift)) / 8)
                .toArray();
    }

    @Test
    void exactProfilesGiveTheExactDistances() {
        for (int seed = 0; seed < 30; seed++) {
            double[] reference = few(seed, 0);
            double[] current = few(1_000 + seed, seed / 60.0);
            Comparison comparison = Comparisons.ofAmounts(reference, current);
            assertEquals(BruteForce.kolmogorovSmirnov(reference, current), number(KS.of(comparison)));
            double distance = BruteForce.wasserstein(reference, current);
            assertEquals(distance, number(WASSERSTEIN.of(comparison)), 1e-12 * distance);
        }
    }

    @Test
    void bucketsLowerKsByTheLargestMassOfOneAtMost() {
        for (NumberSamples.FromRandom law : laws()) {
            for (double shift : new double[] {0, 0.001, 0.05, 1}) {
                double[] reference = NumberSamples.many(20_000, 1, law).toArray();
                double[] current = NumberSamples.many(6_000, 2, law)
                        .map(x -> x + shift * Math.abs(x))
                        .toArray();
                Comparison comparison = Comparisons.ofAmounts(reference, current);
                double exact = BruteForce.kolmogorovSmirnov(reference, current);
                double found = number(KS.of(comparison));
                assertFalse(((NumericProfile) comparison.reference()).isExact());
                assertTrue(found <= exact + 1e-12, found + " above " + exact);
                assertTrue(found >= exact - largestMass(comparison) - 1e-12, found + " far below " + exact);
            }
        }
    }

    private static double largestMass(Comparison comparison) {
        DistributionPair pair =
                NumericProfile.aligned((NumericProfile) comparison.reference(), (NumericProfile) comparison.current());
        return Math.max(largestMass(pair.reference()), largestMass(pair.current()));
    }

    private static double largestMass(Distribution distribution) {
        long most = 0;
        for (int i = 0; i < distribution.size(); i++) {
            most = Math.max(most, distribution.count(i));
        }
        return (double) most / distribution.total();
    }

    /** Each amount stands at the middle of its bucket, so it moves by half a bucket, 2^−11 of itself, at most. */
    @Test
    void bucketsMoveWassersteinByHalfABucketAtMost() {
        for (NumberSamples.FromRandom law : laws()) {
            double[] reference = NumberSamples.many(20_000, 3, law).toArray();
            double[] current =
                    NumberSamples.many(6_000, 4, law).map(x -> 1.02 * x).toArray();
            double sizes = DoubleStream.of(reference).map(Math::abs).average().orElseThrow()
                    + DoubleStream.of(current).map(Math::abs).average().orElseThrow();
            double found = number(WASSERSTEIN.of(Comparisons.ofAmounts(reference, current)));
            assertEquals(BruteForce.wasserstein(reference, current), found, Math.scalb(sizes, -11));
        }
    }

    private static List<NumberSamples.FromRandom> laws() {
        return List.of(NumberSamples::income, Random::nextGaussian, random -> -Math.exp(3 * random.nextGaussian()));
    }

    @Test
    void whatIsNoAmountIsLeftOut() {
        double[] amounts = {1, 2, 3};
        double[] withOthers = {1, Double.NaN, 2, Double.POSITIVE_INFINITY, 3, Double.NEGATIVE_INFINITY};
        Comparison comparison = Comparisons.ofAmounts(amounts, withOthers);
        assertEquals(0, number(KS.of(comparison)));
        assertEquals(0, number(WASSERSTEIN.of(comparison)));
    }

    @Test
    void aShiftOfAllAmountsIsTheWassersteinDistance() {
        double[] reference = {1, 2, 3, 50};
        double[] current = DoubleStream.of(reference).map(x -> x + 7).toArray();
        assertEquals(7, number(WASSERSTEIN.of(Comparisons.ofAmounts(reference, current))), 1e-12);
    }

    @Test
    void reasonsNameTheSideThatLacksAmounts() {
        NumericProfile some = Comparisons.amounts(1, 2);
        NumericProfile none = Comparisons.missing(3);
        for (Measure measure : List.of(KS, WASSERSTEIN, new NormalizedWassersteinDistance())) {
            assertEquals(
                    new Undefined("the reference has no amounts"),
                    measure.of(Comparisons.ofProfiles(none, some, Comparisons.FLOOR)));
            assertEquals(
                    new Undefined("the cohort has no amounts"),
                    measure.of(Comparisons.ofProfiles(some, none, Comparisons.FLOOR)));
        }
    }

    @Test
    void aReferenceThatDoesNotVaryGivesNoScale() {
        Comparison comparison = Comparisons.ofAmounts(new double[] {5, 5, 5}, new double[] {6, 7});
        assertEquals(
                new Undefined("the reference's amounts do not vary"),
                new NormalizedWassersteinDistance().of(comparison));
        assertEquals(1.5, number(WASSERSTEIN.of(comparison)));
    }

    @Test
    void aDistanceBeyondTheDoublesIsUndefined() {
        Comparison comparison =
                Comparisons.ofAmounts(new double[] {-Double.MAX_VALUE}, new double[] {Double.MAX_VALUE});
        assertEquals(new Undefined("the distance is too large for a double"), WASSERSTEIN.of(comparison));
        assertEquals(1, number(KS.of(comparison)));
    }
}
