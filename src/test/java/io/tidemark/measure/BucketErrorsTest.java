package io.tidemark.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.measure.MeasureResult.Value;
import io.tidemark.profile.BruteForce;
import io.tidemark.profile.NumberSamples;
import io.tidemark.profile.NumericProfile;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is counted in buckets, against the single values of the same applicants: how far measures may be off. */
class BucketErrorsTest {
    private static final int REFERENCE_ROWS = 60_000;
    private static final int CURRENT_ROWS = 25_000;

    /** Two cohorts of amounts such as credit tables have, reference first. */
    @SuppressWarnings("ArrayRecordComponent") // named for the failure message, never compared
    record Cohorts(String name, double[] reference, double[] current) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Cohorts> cohorts() {
        return Stream.of(
                cohorts("incomes with round heads", NumberSamples::income, 1.04),
                cohorts("incomes that stay", NumberSamples::income, 1),
                cohorts("shares", random -> 1 / (1 + Math.exp(1 - 1.5 * random.nextGaussian())), 1.02),
                cohorts("balances, a third of them zero", BucketErrorsTest::balance, 1.1),
                cohorts("gains and losses", random -> 1_000 * random.nextGaussian() - 50, 0.97),
                cohorts("debts in cents", random -> Math.rint(Math.exp(13 + 1.4 * random.nextGaussian())), 1.01));
    }

    private static double balance(Random random) {
        return random.nextInt(3) == 0 ? 0 : Math.rint(100 * Math.exp(7 + 2 * random.nextGaussian())) / 100;
    }

    private static Cohorts cohorts(String name, NumberSamples.FromRandom law, double factor) {
        double[] reference = NumberSamples.many(REFERENCE_ROWS, 21, law).toArray();
        double[] current = NumberSamples.many(CURRENT_ROWS, 22, random -> factor * law.of(random))
                .toArray();
        return new Cohorts(name, reference, current);
    }

    @ParameterizedTest
    @MethodSource("cohorts")
    void kolmogorovSmirnovIsOffByTwoThousandthsAtMost(Cohorts cohorts) {
        double exact = BruteForce.kolmogorovSmirnov(cohorts.reference(), cohorts.current());
        double found = KolmogorovSmirnovTest.distance(
                bucketed(cohorts.reference()).distribution(),
                bucketed(cohorts.current()).distribution());
        assertEquals(exact, found, 0.002);
        assertTrue(found <= exact + 1e-12, "a bucket hides mass, it makes none");
    }

    @ParameterizedTest
    @MethodSource("cohorts")
    void wassersteinIsOffByAThousandthOfTheMeanSizeAtMost(Cohorts cohorts) {
        double exact = BruteForce.wasserstein(cohorts.reference(), cohorts.current());
        MeasureResult found = WassersteinDistance.of(
                new Comparison.NumericPair(bucketed(cohorts.reference()), bucketed(cohorts.current())));
        double size =
                DoubleStream.of(cohorts.reference()).map(Math::abs).average().orElseThrow();
        assertEquals(exact, ((Value) found).value(), 0.001 * size);
    }

    @ParameterizedTest
    @MethodSource("cohorts")
    void quantilesAreOffByAThousandthOfThemselvesAtMost(Cohorts cohorts) {
        double[] sorted = cohorts.reference().clone();
        Arrays.sort(sorted);
        var distribution = bucketed(cohorts.reference()).distribution();
        for (int i = 0; i <= 200; i++) {
            double exact = sorted[(int) (i / 200.0 * (sorted.length - 1))];
            assertEquals(exact, distribution.quantile(i / 200.0), 0.001 * Math.abs(exact));
        }
    }

    private static NumericProfile bucketed(double[] amounts) {
        NumericProfile profile = Comparisons.amounts(amounts);
        assertFalse(profile.isExact(), "so many different amounts are counted in buckets");
        return profile;
    }
}
