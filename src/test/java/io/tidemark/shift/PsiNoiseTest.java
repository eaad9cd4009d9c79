package io.tidemark.shift;

import static io.tidemark.shift.Made.all;
import static io.tidemark.shift.Made.table;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.measure.Contingency;
import io.tidemark.measure.Smoothing;
import io.tidemark.measure.Smoothing.HalfCount;
import io.tidemark.measure.Smoothing.None;
import io.tidemark.shift.PsiNoise.Law;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PsiNoiseTest {
    private static final Smoothing HALF = new HalfCount();

    private static PsiNoise noise(double psi, Contingency table) {
        return PsiNoise.of(psi, table, HALF).orElseThrow();
    }

    /** The law's published critical values, to the digits that are given; the last two are 10 expected applicants in every bin. */
    @ParameterizedTest
    @CsvSource({
        "10, 200, 200, 0.1692, 4",
        "10, 500, 500, 0.0677, 4",
        "10, 50000, 5000, 0.0037, 4",
        "20, 200, 200, 0.301, 3",
        "20, 50000, 200, 0.151, 3"
    })
    void criticalValuesOfFilledBinsAreThoseOfTheChiSquaredLaw(int bins, long m, long n, double critical, int digits) {
        PsiNoise noise = noise(0, table(all(bins, m / bins), all(bins, n / bins)));
        assertEquals(Law.CHI_SQUARED, noise.law());
        assertEquals(critical, noise.critical(), 0.5 * Math.pow(10, -digits));
        assertEquals((bins - 1) * (1.0 / n + 1.0 / m), noise.expected(), 1e-15);
    }

    /**
     * Twenty bins that hold 10 applicants on average and some of them fewer. PSI over shares as counted exceeds 0.324 and 0.165 in one case of
     * twenty (20,000 simulations); smoothing by half an applicant takes about a tenth of that away, and 500 draws are known to 5 %.
     */
    @ParameterizedTest
    @CsvSource({"200, 0.324", "50000, 0.165"})
    void criticalValuesOfSparseBinsAreNearThoseThatWereSimulated(long m, double simulated) {
        long[] reference = all(20, m / 20);
        long[] current = all(20, 10);
        for (int i = 0; i < 20; i++) {
            long more = i % 2 == 0 ? 1 : -1;
            reference[i] += more * m / 200;
            current[i] += more;
        }
        PsiNoise noise = noise(0, table(reference, current));
        assertEquals(Law.BOOTSTRAP, noise.law());
        assertEquals(0.9 * simulated, noise.critical(), 0.1 * simulated);
    }

    /** {@code scipy.stats.chi2.sf(psi / (1 / n + 1 / m), bins - 1)}, SciPy 1.17. */
    @ParameterizedTest
    @CsvSource({
        "10, 200, 200, 0.1, 0.3504852123233613",
        "10, 1000, 500, 0.05, 0.05419912101503975",
        "20, 5000, 50000, 0.02, 2.2882953611334405e-11",
        "10, 5000, 50000, 0.3, 5.5533311596060324e-288"
    })
    void pValuesAreThoseOfTheChiSquaredLaw(int bins, long n, long m, double psi, double expected) {
        PsiNoise noise = noise(psi, table(all(bins, m / bins), all(bins, n / bins)));
        assertEquals(Law.CHI_SQUARED, noise.law());
        assertEquals(expected, noise.pValue(), 1e-9 * expected);
    }

    @Test
    void theSameTableHasTheSameNoise() {
        long[] reference = {40, 3, 7, 100, 2, 0};
        long[] current = {30, 5, 0, 90, 4, 1};
        assertEquals(noise(0.1, table(reference, current)), noise(0.1, table(reference, current)));
        assertEquals(Law.BOOTSTRAP, noise(0.1, table(reference, current)).law());
        current[0]++;
        assertNotEquals(noise(0.1, table(reference, current)), noise(0.1, table(reference.clone(), new long[] {
            30, 5, 0, 90, 4, 1
        })));
    }

    @Test
    void pValuesFallAsPsiRisesAndAreAlwaysProbabilities() {
        for (Contingency table :
                new Contingency[] {table(all(10, 1_000), all(10, 100)), table(all(10, 1_000), all(10, 3))}) {
            double last = 1;
            for (double psi : new double[] {0, 1e-6, 0.01, 0.1, 0.5, 1, 5, 50}) {
                double p = noise(psi, table).pValue();
                assertTrue(p >= 0 && p <= last, p + " at PSI " + psi);
                last = p;
            }
            assertEquals(1, noise(0, table).pValue());
        }
    }

    @Test
    void theCriticalValueIsWhereTheProbabilityIsOneInTwenty() {
        for (long filled : new long[] {100, 3}) {
            Contingency table = table(all(10, 1_000), all(10, filled));
            assertEquals(0.05, noise(noise(0, table).critical(), table).pValue(), 1e-9);
        }
    }

    @Test
    void excessIsWhatExceedsTheBias() {
        PsiNoise noise = noise(0.1, table(all(10, 20), all(10, 20)));
        assertEquals(0.01, noise.excess(0.1), 1e-15);
    }

    @Test
    void oneBinHasNoNoise() {
        assertEquals(Optional.empty(), PsiNoise.of(0, table(all(1, 20), all(1, 30)), HALF));
    }

    @Test
    void sparseBinsWithoutSmoothingHaveNoLaw() {
        Contingency table = table(all(5, 100), all(5, 1));
        assertEquals(Optional.empty(), PsiNoise.of(0.1, table, new None()));
    }

    @Test
    void smallSamplesGiveNoiseThatIsFinite() {
        PsiNoise noise = noise(0.7, table(new long[] {1, 1}, new long[] {1, 0}));
        assertTrue(noise.critical() > 0 && noise.pValue() > 0.05);
    }
}
