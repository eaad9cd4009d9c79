package io.tidemark.shift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

/** By hand; half an applicant is added to each bin on both sides of the weights of evidence. */
class BinOutcomesTest {
    private static final double BETTER = Math.log(90.5 / 151 / (10.5 / 51));
    private static final double WORSE = Math.log(60.5 / 151 / (40.5 / 51));
    private static final BinOutcomes REFERENCE = BinOutcomes.ofReference(new long[] {90, 60}, new long[] {10, 40});

    @Test
    void applicantsWhoMoveToTheRiskierBinRaiseTheScore() {
        OutcomeEffect effect = REFERENCE.effect(new long[] {30, 70});
        assertEquals(0.2 * 0.3, effect.mixEffect(), 1e-12);
        assertEquals(-0.2 * WORSE + 0.2 * BETTER, effect.scoreEffect().known().orElseThrow(), 1e-12);
        assertNull(effect.rateEffect());
        assertNull(effect.ratePValue());
    }

    @Test
    void theInformationIsTheReferencesWhateverTheCohort() {
        double expected = (90.5 / 151 - 10.5 / 51) * BETTER + (60.5 / 151 - 40.5 / 51) * WORSE;
        assertEquals(
                expected,
                REFERENCE.effect(new long[] {30, 70}).informationValue().known().orElseThrow(),
                1e-12);
        assertEquals(
                expected,
                REFERENCE
                        .with(new long[] {5, 5}, new long[] {1, 1})
                        .effect(new long[] {30, 70})
                        .informationValue()
                        .known()
                        .orElseThrow(),
                1e-12);
    }

    /** Of those with an outcome, once there are any. */
    @Test
    void theScoreEffectIsOfTheSameApplicantsAsTheMixEffect() {
        BinOutcomes known = REFERENCE.with(new long[] {9, 6}, new long[] {1, 4});
        assertEquals(0, known.effect(new long[] {30, 70}).mixEffect(), 1e-12);
        assertEquals(0, known.effect(new long[] {30, 70}).scoreEffect().known().orElseThrow(), 1e-12);
    }

    @Test
    void aReferenceWithoutBadsTellsNothingAndSaysWhy() {
        OutcomeEffect effect =
                BinOutcomes.ofReference(new long[] {9, 6}, new long[2]).effect(new long[] {1, 1});
        assertEquals(
                "takes bad and good applicants, and all are good",
                effect.scoreEffect().whyNot().orElseThrow());
    }
}
