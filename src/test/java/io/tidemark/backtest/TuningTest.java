package io.tidemark.backtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class TuningTest {
    private static final List<RetrainingPolicy> TWO = List.of(new EveryK(2), new Never());

    /** Nothing changes, so that every retrain is wasted. */
    private static Replay quiet(int labelLag) {
        return new Replay(Matrices.of(0, 20, (model, cohort) -> 0.25), labelLag, Prices.ofRetrain(0.5));
    }

    @Test
    void whatWastesMoneyLosesTheLeadOnceThatIsKnown() {
        Tuning tuning = Tuning.of(quiet(0), TWO);
        assertEquals("never", tuning.leader());
        assertEquals("never", tuning.proposed());
        assertEquals(1, tuning.changes());
        // The schedule retrains after 2, and leads no more.
        assertEquals(List.of(), tuning.followed().retrains());
        assertEquals(20 * 0.25, tuning.followed().total(), 1e-12);
        assertEquals(20 * 0.25 + 9 * 0.5, tuning.kept().total(), 1e-12);
    }

    @Test
    void itSaysHowMuchHistoryItRestsOn() {
        Tuning tuning = Tuning.of(quiet(3), TWO);
        // Cohorts 4 to 20 are served, and something can be done after all but the last.
        assertEquals(17, tuning.cohorts());
        assertEquals(16, tuning.decisions());
        assertEquals(3, tuning.independent());
    }

    @Test
    void amongEqualsTheDefaultStays() {
        Tuning tuning = Tuning.of(quiet(0));
        assertEquals(Policies.DEFAULT.name(), tuning.proposed());
        assertEquals(Policies.DEFAULT.name(), tuning.leader());
        assertEquals(0, tuning.changes());
    }

    @Test
    void aLeaderThatNobodyCouldHaveFollowedInTimeIsNotProposed() {
        // Models older than three cohorts are of no use on the last cohort, and nobody can know before.
        Matrices.LossOf late = (model, cohort) -> cohort == 20 && cohort - model > 3 ? 1 : 0.1;
        Tuning tuning = Tuning.of(
                new Replay(Matrices.of(0, 20, late), 0, Prices.ofRetrain(0.05)), List.of(new Never(), new EveryK(2)));
        assertEquals("every2", tuning.leader());
        assertEquals("never", tuning.proposed());
        assertEquals(tuning.kept().total(), tuning.followed().total());
    }

    @Test
    void aLeaderThatWasWorthFollowingIsProposed() {
        Matrices.LossOf jump = (model, cohort) -> cohort >= 8 && cohort - model > 3 ? 1 : 0.1;
        Tuning tuning = Tuning.of(
                new Replay(Matrices.of(0, 20, jump), 0, Prices.ofRetrain(0.05)), List.of(new Never(), new EveryK(2)));
        assertEquals("every2", tuning.proposed());
        assertTrue(tuning.followed().total() < tuning.kept().total());
    }

    @Test
    void theLeaderOfADateKnowsNoFuture() {
        for (int seed = 0; seed < 4; seed++) {
            int labelLag = seed % 3;
            StalenessMatrix matrix = Matrices.random(0, 18, seed);
            for (int mature = 3; mature < 17 - labelLag; mature++) {
                StalenessMatrix other = Matrices.withAnotherFuture(matrix, mature, 50 + seed);
                assertEquals(actedBy(matrix, labelLag, mature + labelLag), actedBy(other, labelLag, mature + labelLag));
            }
        }
    }

    private static List<Integer> actedBy(StalenessMatrix matrix, int labelLag, int date) {
        ReplayResult followed =
                Tuning.of(new Replay(matrix, labelLag, Prices.ofRetrain(0.1))).followed();
        return followed.retrains().stream().filter(cohort -> cohort <= date).toList();
    }

    @Test
    void aRuleThatIsToldHalfThePriceActsSooner() {
        Matrices.LossOf jump = (model, cohort) -> 0.2 + (cohort >= 8 && model < 8 ? 0.02 : 0);
        Replay replay = new Replay(Matrices.of(0, 24, jump), 0, Prices.ofRetrain(0.05));
        RetrainingPolicy eager = new AtPrice(new CumulatedGapWithRestore(Horizon.GATED), 0.5);
        assertEquals("CG_RESTORE@0.5c", eager.name());
        // Two gaps of 0.02 exceed 0.025.
        assertEquals(List.of(10), replay.run(eager).retrains());
    }
}
