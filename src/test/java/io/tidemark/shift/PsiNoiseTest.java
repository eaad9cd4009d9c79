package io.tidemark.shift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.feature.Bins;
import io.tidemark.measure.Contingency;
import io.tidemark.measure.PopulationStabilityIndex;
import io.tidemark.measure.Smoothing;
import io.tidemark.measure.Smoothing.HalfCount;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PsiNoiseTest {
    private static final Smoothing HALF = new HalfCount();

    private static Contingency table(long[] reference, long[] current) {
        List<String> names = IntStream.range(0, reference.length)
                .mapToObj(i -> "b" + (100 + i))
                .toList();
        Bins bins = Bins.ofCategories(names, List.of());
        long[] padded = Arrays.copyOf(reference, bins.size());
        return Contingency.of(bins.list(), padded, Arrays.copyOf(current, bins.size()));
    }

    private static Contingency even(int bins, long reference, long current) {
        long[] before = new long[bins];
        long[] now = new long[bins];
        Arrays.fill(before, reference / bins);
        Arrays.fill(now, current / bins);
        return table(before, now);
    }

    /** Shares of {@code bins} bins, drawn anew for both sides from the same law. */
    private static Contingency drawn(int bins, double tilt, int reference, int current, SplittableRandom random) {
        double[] cumulative = new double[bins];
        double sum = 0;
        for (int i = 0; i < bins; i++) {
            sum += Math.pow(tilt, i);
            cumulative[i] = sum;
        }
        return table(sample(cumulative, reference, random), sample(cumulative, current, random));
    }

    private static long[] sample(double[] cumulative, int size, SplittableRandom random) {
        long[] counts = new long[cumulative.length];
        for (int i = 0; i < size; i++) {
            int found = Arrays.binarySearch(cumulative, random.nextDouble() * cumulative[cumulative.length - 1]);
            counts[found >= 0 ? found : -found - 1]++;
        }
        return counts;
    }

    private static double psi(Contingency table) {
        return IntStream.range(0, table.size())
                .mapToDouble(i -> PopulationStabilityIndex.contribution(table, i, HALF))
                .sum();
    }

    /** {@code chi2.isf(0.05, B-1) * (1/n + 1/m)} of SciPy, as in the table of published critical values. */
    @ParameterizedTest
    @CsvSource({"10, 200, 200, 0.1692", "10, 500, 500, 0.0677", "10, 50000, 5000, 0.0037", "20, 200, 200, 0.301"})
    void theCriticalValueFollowsTheChiSquaredLaw(int bins, long reference, long current, double critical) {
        PsiNoise noise = PsiNoise.of(0.05, even(bins, reference, current), HALF).orElseThrow();
        assertEquals(PsiNoise.Law.CHI_SQUARED, noise.law());
        assertEquals(critical, noise.critical(), 5e-4);
    }

    /** The simulated 95 % level of 20 bins, 50,000 against 200, is 0.165 where the law says 0.151; such bins hold ten applicants each. */
    @Test
    void sparseBinsAreDrawnAndGiveTheSimulatedLevel() {
        Contingency sparse = even(40, 50_000, 200);
        PsiNoise noise = PsiNoise.of(0.2, sparse, HALF).orElseThrow();
        assertEquals(PsiNoise.Law.BOOTSTRAP, noise.law());
        SplittableRandom random = new SplittableRandom(7);
        double[] draws = IntStream.range(0, 4_000)
                .mapToDouble(i -> psi(drawn(40, 1, 50_000, 200, random)))
                .sorted()
                .toArray();
        assertEquals(draws[3_800], noise.critical(), 0.06 * draws[3_800]);
        assertEquals(Arrays.stream(draws).average().orElseThrow(), noise.expected(), 0.04 * noise.expected());
    }

    /** {@code 9*s, chi2.isf(0.05, 9)*s, chi2.sf(0.02/s, 9)} with {@code s = 1/1000 + 1/5000}; SciPy 1.17. */
    @Test
    void expectationCriticalValueAndProbabilityEqualSciPys() {
        PsiNoise noise = PsiNoise.of(0.02, even(10, 5_000, 1_000), HALF).orElseThrow();
        assertEquals(0.0108, noise.expected(), 1e-15);
        assertEquals(0.020302773125544543, noise.critical(), 1e-12);
        assertEquals(0.05419912101503986, noise.pValue(), 1e-12);
        assertEquals(0.0092, noise.excess(0.02), 1e-15);
    }

    @ParameterizedTest
    @CsvSource({
        "10, 1.0, 3000, 1000",
        "10, 0.8, 5000, 500",
        "50, 0.95, 3000, 900",
        "50, 0.9, 6000, 300",
        "5, 0.3, 2000, 400"
    })
    void underNoShiftOneInTwentyIsBelowFivePerCent(int bins, double tilt, int reference, int current) {
        SplittableRandom random = new SplittableRandom(42);
        int draws = 300;
        long small = 0;
        for (int i = 0; i < draws; i++) {
            Contingency table = drawn(bins, tilt, reference, current, random);
            small += PsiNoise.of(psi(table), table, HALF).orElseThrow().pValue() < 0.05 ? 1 : 0;
        }
        // Three standard errors of a share of 0.05 in 300 draws are 0.038.
        assertEquals(0.05, (double) small / draws, 0.04);
    }

    @Test
    void theSameTableHasTheSameNoise() {
        Contingency sparse = drawn(50, 0.9, 3_000, 300, new SplittableRandom(1));
        assertEquals(PsiNoise.of(0.3, sparse, HALF), PsiNoise.of(0.3, sparse, HALF));
    }

    @Test
    void oneBinHasNoNoise() {
        assertEquals(Optional.empty(), PsiNoise.of(0, table(new long[] {100}, new long[] {50}), HALF));
    }

    @Test
    void sparseBinsWithoutSmoothingHaveNoLaw() {
        assertEquals(
                Optional.empty(),
                PsiNoise.of(0.1, table(new long[] {100, 3}, new long[] {50, 1}), new Smoothing.None()));
    }

    @Test
    void qValuesEqualSciPys() {
        // scipy.stats.false_discovery_control(p), SciPy 1.17
        double[] p = {0.001, 0.008, 0.039, 0.041, 0.042, 0.06, 0.074, 0.205, 0.212, 0.216};
        double[] q = BenjaminiHochberg.qValues(p);
        double[] expected = {0.01, 0.04, 0.084, 0.084, 0.084, 0.1, 0.1057142857142857, 0.216, 0.216, 0.216};
        for (int i = 0; i < p.length; i++) {
            assertEquals(expected[i], q[i], 1e-12);
        }
    }

    @Test
    void qValuesDoNotDependOnTheOrder() {
        List<Double> p = Arrays.asList(0.2, 0.01, 0.03, 0.9, 0.01);
        double[] q = BenjaminiHochberg.qValues(
                p.stream().mapToDouble(Double::doubleValue).toArray());
        Collections.reverse(p);
        double[] reversed = BenjaminiHochberg.qValues(
                p.stream().mapToDouble(Double::doubleValue).toArray());
        for (int i = 0; i < q.length; i++) {
            assertEquals(q[i], reversed[q.length - 1 - i]);
        }
        assertTrue(BenjaminiHochberg.qValues(new double[0]).length == 0);
    }
}
