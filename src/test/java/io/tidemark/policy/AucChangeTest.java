package io.tidemark.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.shift.Made;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;

/** Areas with a standard error of 0.02 in the cohorts from 6 on. */
class AucChangeTest {
    private static Optional<AucChange> change(int cohorts, IntToDoubleFunction auc) {
        List<CohortOutcomes> mature = Told.at(5 + cohorts, 0, Told::steady)
                .outcomes(cohort -> auc.applyAsDouble((int) cohort), cohort -> 0.08, 0);
        return AucChange.of(new OutcomeEvidence(mature, List.of(), Optional.empty(), Optional.empty()));
    }

    @Test
    void aFallIsDatedByTheCohortInWhichItBegan() {
        AucChange fall = change(14, cohort -> cohort < 11 ? 0.75 : 0.67).orElseThrow();
        assertTrue(fall.isFall());
        assertEquals(Made.month(12), fall.first());
        assertEquals(Made.month(20), fall.last());
        assertEquals(0.75, fall.before(), 1e-12);
        assertEquals(0.67, fall.lately(), 1e-12);
    }

    @Test
    void oneThatHasComeBackIsNone() {
        assertFalse(change(14, cohort -> cohort == 11 || cohort == 12 ? 0.67 : 0.75)
                .orElseThrow()
                .isFall());
    }

    @Test
    void aRiseIsNoFall() {
        assertFalse(
                change(14, cohort -> cohort < 11 ? 0.67 : 0.75).orElseThrow().isFall());
    }

    @Test
    void withOneCutChanceStaysBelowTwoStandardErrors() {
        AucChange change = change(4, cohort -> 0.75).orElseThrow();
        assertEquals(2 * 0.02 * Math.sqrt(1.0 / 2 + 1.0 / 2), change.threshold(), 1e-12);
    }

    @Test
    void twoCohortsOnEitherSideAreNeeded() {
        assertEquals(Optional.empty(), change(3, cohort -> 0.75));
    }

    @Test
    void chanceIsTakenForAFallInAtMostTheShareOfOneCut() {
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(7);
        ZigguratSampler.NormalizedGaussian noise = ZigguratSampler.NormalizedGaussian.of(random);
        int series = 4_000;
        long falls = IntStream.range(0, series)
                .filter(any -> change(14, cohort -> 0.75 + 0.02 * noise.sample())
                        .orElseThrow()
                        .isFall())
                .count();
        // Φ(−2) = 2.3 % and three standard errors of the count; not so few that nothing would ever be seen.
        assertTrue(falls < series * 0.0228 + 3 * Math.sqrt(series * 0.0228), falls + " of " + series);
        assertTrue(falls > series * 0.004, falls + " of " + series);
    }
}
