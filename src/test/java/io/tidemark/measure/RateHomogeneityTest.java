package io.tidemark.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RateHomogeneityTest {
    /**
     * SciPy 1.10: {@code chi2.sf(sum(chi2_contingency([[b, n - b], [c, m - c]], correction=False)[0] for n, b, m, c in ...), 3)}, without the
     * fourth group, in which fewer than five bads are expected of the cohort.
     */
    @Test
    void itIsTheSumOfWhatPearsonFindsInEachGroup() {
        OptionalDouble p = RateHomogeneity.pValue(
                new long[] {400, 500, 600, 300},
                new long[] {20, 40, 60, 45},
                new long[] {350, 420, 300, 10},
                new long[] {30, 30, 45, 9});
        assertEquals(0.03041719418892592, p.getAsDouble(), 1e-12);
    }

    /** 2,000 histories in which nothing changes but how many applicants each group has. */
    @Test
    void ratesThatStayAreCalledChangedAsOftenAsStated() {
        Random random = new Random(11);
        int called = 0;
        for (int draw = 0; draw < 2_000; draw++) {
            long[] bads = new long[4];
            long[] currentBads = new long[4];
            for (int group = 0; group < 4; group++) {
                bads[group] = bads(random, 500, 0.04 + 0.03 * group);
                currentBads[group] = bads(random, 200 + 100 * group, 0.04 + 0.03 * group);
            }
            double p = RateHomogeneity.pValue(
                            new long[] {500, 500, 500, 500}, bads, new long[] {200, 300, 400, 500}, currentBads)
                    .getAsDouble();
            called += p < 0.05 ? 1 : 0;
        }
        assertEquals(0.05, called / 2_000.0, 0.012);
    }

    private static long bads(Random random, int count, double rate) {
        return random.doubles(count).filter(u -> u < rate).count();
    }

    @Test
    void ratesThatTurnAreSeenThoughTheLevelStays() {
        long[] applicants = {1_000, 1_000};
        long[] before = {40, 120};
        long[] now = {120, 40};
        assertEquals(
                0, RateDecomposition.of(applicants, before, applicants, now).rateEffect(), 1e-12);
        assertTrue(RateHomogeneity.pValue(applicants, before, applicants, now).getAsDouble() < 1e-15);
    }

    @Test
    void groupsOfTooFewAreNoTest() {
        assertTrue(RateHomogeneity.pValue(new long[] {90, 0}, new long[] {3, 0}, new long[] {80, 9}, new long[] {2, 9})
                .isEmpty());
    }
}
