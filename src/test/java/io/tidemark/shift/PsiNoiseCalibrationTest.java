package io.tidemark.shift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.feature.Bins;
import io.tidemark.measure.Contingency;
import io.tidemark.measure.Smoothing;
import io.tidemark.measure.Smoothing.HalfCount;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.AliasMethodDiscreteSampler;
import org.apache.commons.rng.sampling.distribution.SharedStateDiscreteSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where nothing has shifted, a p-value is below 0.05 in one case of twenty. */
class PsiNoiseCalibrationTest {
    private static final Smoothing HALF = new HalfCount();
    private static final double LEVEL = 0.05;

    /**
     * Bins whose shares differ by a factor of up to {@code spread}. The error of a rate is 0.005 over 2,000 tables, 0.007 over
     * 1,000 and 0.01 over 500; the tolerance is three of them.
     */
    @ParameterizedTest(name = "{0} bins, {1} against {2}, widest over narrowest bin {3}")
    @CsvSource({
        "10, 1000, 20000, 1, 1000, 0.02",
        "10, 1000, 1000, 1, 2000, 0.015",
        "20, 5000, 20000, 10, 1000, 0.02",
        "2, 300, 300, 3, 2000, 0.015",
        "20, 100, 10000, 1, 1000, 0.02",
        "20, 100, 100, 1, 1000, 0.02",
        "10, 60, 60, 5, 1000, 0.02",
        "50, 300, 10000, 30, 500, 0.03",
        "50, 300, 300, 30, 500, 0.03",
        "50, 2000, 10000, 200, 500, 0.03"
    })
    void underNoShiftOneInTwentyIsBelowOneInTwenty(
            int bins, int n, int m, double spread, int tables, double tolerance) {
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(bins * 31L + n + m);
        double[] shares = IntStream.range(0, bins)
                .mapToDouble(i -> Math.pow(spread, -(double) i / (bins - 1)))
                .toArray();
        SharedStateDiscreteSampler bin = AliasMethodDiscreteSampler.of(random, shares);
        int alarms = 0;
        for (int i = 0; i < tables; i++) {
            Contingency table = Made.table(sample(bin, bins, m), sample(bin, bins, n));
            double psi = Made.psi(table, HALF);
            alarms += PsiNoise.of(psi, table, HALF).orElseThrow().pValue() < LEVEL ? 1 : 0;
        }
        assertEquals(LEVEL, (double) alarms / tables, tolerance);
    }

    /** The reference's own deciles, from its lowest to its highest value: the cohort's extremes fall out of them by chance alone. */
    @Test
    void whoeverIsOutOfTheReferencesRangeByChanceRaisesNoAlarm() {
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(7);
        int tables = 2_000;
        int apart = 0;
        int within = 0;
        for (int i = 0; i < tables; i++) {
            Contingency table = deciles(random, 5_000);
            apart += PsiNoise.of(Made.psi(table, HALF), table, HALF)
                                    .orElseThrow()
                                    .pValue()
                            < 0.01
                    ? 1
                    : 0;
            within += PsiNoise.of(table, HALF).orElseThrow().pValue() < 0.01 ? 1 : 0;
        }
        double most = 0.01 * tables + 3 * Math.sqrt(0.01 * 0.99 * tables);
        assertTrue(within <= most && within >= 7, within + " of " + tables + " at level 0.01");
        assertTrue(apart > most, apart + " of " + tables + " with those out of the range in bins of their own");
    }

    private static Contingency deciles(UniformRandomProvider random, int applicants) {
        double[] reference = random.doubles(applicants).sorted().toArray();
        double[] edges = IntStream.rangeClosed(0, 10)
                .mapToDouble(i -> reference[Math.min(applicants - 1, i * applicants / 10)])
                .toArray();
        Bins bins = Bins.ofRanges(edges, List.of());
        long[] before = new long[bins.size()];
        long[] now = new long[bins.size()];
        for (double value : reference) {
            before[bins.indexOf(value)]++;
        }
        random.doubles(applicants).forEach(value -> now[bins.indexOf(value)]++);
        return Contingency.of(bins.list(), before, now);
    }

    private static long[] sample(SharedStateDiscreteSampler bin, int bins, int applicants) {
        long[] counts = new long[bins];
        for (int i = 0; i < applicants; i++) {
            counts[bin.sample()]++;
        }
        return counts;
    }
}
