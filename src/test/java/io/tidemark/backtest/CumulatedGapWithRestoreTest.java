package io.tidemark.backtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Histories without noise, whose right answers can be said beforehand. */
class CumulatedGapWithRestoreTest {
    private static final Prices PRICES = Prices.ofRetrain(0.05);
    private static final RetrainingPolicy RULE = new CumulatedGapWithRestore(Horizon.GATED);

    private static ReplayResult replay(Matrices.LossOf loss, int labelLag) {
        return new Replay(Matrices.of(0, 24, loss), labelLag, PRICES).run(RULE);
    }

    /** Applicants behave otherwise from one cohort on; a model that has seen it loses 0.02 less. */
    private static double jump(int model, int cohort) {
        return 0.2 + (cohort >= 8 && model < 8 ? 0.02 : 0);
    }

    /** A spell of six cohorts: models trained before or after it lose 0.03 in it, those trained in it lose as much outside. */
    private static double spell(int model, int cohort) {
        return 0.2 + (within(model) == within(cohort) ? 0 : 0.03);
    }

    private static boolean within(int cohort) {
        return cohort >= 8 && cohort < 14;
    }

    @Test
    void aHistoryWithoutChangeKeepsItsModel() {
        ReplayResult result = replay((model, cohort) -> 0.2 + 0.01 * (cohort % 3), 0);
        assertEquals(List.of(), result.retrains());
        assertEquals(List.of(), result.restores());
    }

    @Test
    void aJumpIsActedOnWhenItsGapsExceedThePrice() {
        // Gaps of 0.02 on cohorts 9, 10 and 11 (8 is new to every model): 0.06 > 0.05 after 11.
        assertEquals(List.of(11), replay(CumulatedGapWithRestoreTest::jump, 0).retrains());
    }

    @Test
    void gapsOfCohortsWhoseLabelsAreToComeAreForeseen() {
        // After 11 only 9 tells: 0.02 + 2 · (0 + 0.02)/2 < 0.05. After 12 also 10: 0.04 + 2 · 0.02 > 0.05.
        assertEquals(List.of(12), replay(CumulatedGapWithRestoreTest::jump, 2).retrains());
    }

    @Test
    void aSpellThatEndsBringsTheOldModelBack() {
        ReplayResult result = replay(CumulatedGapWithRestoreTest::spell, 0);
        assertEquals(List.of(10), result.retrains());
        assertEquals(List.of(15), result.restores());
    }

    @Test
    void shortlyBeforeTheEndNothingIsRenewed() {
        Matrices.LossOf late = (model, cohort) -> 0.2 + (cohort >= 20 && model < 20 ? 0.02 : 0);
        assertEquals(List.of(), replay(late, 0).retrains());
        Replay replay = new Replay(Matrices.of(0, 24, late), 0, PRICES);
        assertEquals(
                List.of(23),
                replay.run(new CumulatedGapWithRestore(Horizon.IGNORED)).retrains());
    }

    @Test
    void theDebtRuleActsOnTheJumpAsWell() {
        Replay replay = new Replay(Matrices.of(0, 24, CumulatedGapWithRestoreTest::jump), 0, PRICES);
        List<Integer> retrains = replay.run(new Debt(Horizon.GATED)).retrains();
        assertEquals(1, retrains.size());
        assertTrue(retrains.get(0) >= 9 && retrains.get(0) <= 11, retrains::toString);
    }
}
