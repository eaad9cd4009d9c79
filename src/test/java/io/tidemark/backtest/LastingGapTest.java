package io.tidemark.backtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Histories without noise, whose right answers can be said beforehand. */
class LastingGapTest {
    private static final RetrainingPolicy RULE = new LastingGap(Horizon.GATED);
    private static final Prices PRICES = Prices.ofRetrain(0.05);

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

    /** A year of twelve cohorts. */
    private static double season(int model, int cohort) {
        return 0.3 - 0.05 * Math.cos(2 * Math.PI * (cohort - model) / 12.0);
    }

    private static StalenessMatrix withErrors(Matrices.LossOf loss, double error) {
        List<StalenessCell> cells = new ArrayList<>();
        for (int model = 0; model < 24; model++) {
            for (int cohort = model + 1; cohort <= 24; cohort++) {
                cells.add(new StalenessCell(model, cohort, loss.loss(model, cohort), 0.7, error));
            }
        }
        return StalenessMatrix.of(cells);
    }

    private static ReplayResult replay(RetrainingPolicy policy, Matrices.LossOf loss, int labelLag) {
        return new Replay(Matrices.of(0, 48, loss), labelLag, PRICES).run(policy);
    }

    @Test
    void aHistoryWithoutChangeKeepsItsModel() {
        ReplayResult result = replay(RULE, (model, cohort) -> 0.2 + 0.01 * (cohort % 3), 0);
        assertEquals(List.of(), result.retrains());
        assertEquals(List.of(), result.restores());
    }

    @Test
    void aJumpIsActedOnAsSoonAsByTheRuleWithoutMemory() {
        // Gaps of 0.02 on 9, 10 and 11: 0.06 > 0.05 after 11; those of older models, seen on 9, were still there on 10
        // and 11.
        assertEquals(List.of(11), replay(RULE, LastingGapTest::jump, 0).retrains());
        assertEquals(List.of(12), replay(RULE, LastingGapTest::jump, 2).retrains());
    }

    @Test
    void theOldModelComesBackOnTheFirstClearCohortAfterASpell() {
        ReplayResult clear = new Replay(withErrors(LastingGapTest::spell, 0.001), 0, PRICES).run(RULE);
        assertEquals(List.of(10), clear.retrains());
        assertEquals(List.of(14), clear.restores());
    }

    @Test
    void whereOneCohortIsNotClearTwoAreAwaited() {
        // 0.03 is less than 1.5 · √2 · 0.02.
        ReplayResult unclear = new Replay(withErrors(LastingGapTest::spell, 0.02), 0, PRICES).run(RULE);
        assertEquals(List.of(10), unclear.retrains());
        assertEquals(List.of(15), unclear.restores());
    }

    @Test
    void aSeasonWithLateLabelsIsChasedLess() {
        ReplayResult ours = replay(RULE, LastingGapTest::season, 3);
        ReplayResult theirs = replay(new CumulatedGapWithRestore(Horizon.GATED), LastingGapTest::season, 3);
        assertTrue(ours.total() < theirs.total(), ours + " " + theirs);
        assertTrue(ours.retrains().size() + ours.restores().size()
                < theirs.retrains().size() + theirs.restores().size());
    }

    /** Models of the world before the jump lose 0.01 more in it than the champion, which is of that world too. */
    private static double jumpFromUnluckyModels(int model, int cohort) {
        return jump(model, cohort) + (cohort >= 8 && model > 0 && model < 8 ? 0.01 : 0);
    }

    @Test
    void aModelThatWouldHaveDisappointedHoldsANewOneUpOnlyWhereThatIsBeyondChance() {
        // For a price at which all models' ageing speaks for a new one as soon as the champion's gaps do.
        Prices prices = Prices.ofRetrain(0.04);
        StalenessMatrix clear = withErrors(LastingGapTest::jumpFromUnluckyModels, 0.001);
        assertEquals(List.of(13), new Replay(clear, 2, prices).run(RULE).retrains());
        // Twice 0.01 is more than 2 · √4 · 0.004, and less than 3 times that.
        StalenessMatrix unclear = withErrors(LastingGapTest::jumpFromUnluckyModels, 0.004);
        assertEquals(List.of(12), new Replay(unclear, 2, prices).run(RULE).retrains());
    }

    /** After a cohort, with labels 3 late, of the jump at 8; standard errors of gaps as given. */
    private static Situation at(int now, double error, int champion, int deployedAfter, List<Integer> archive) {
        return new Situation(
                withErrors(LastingGapTest::jump, error).until(now - 3),
                now,
                champion,
                OptionalInt.empty(),
                deployedAfter,
                archive,
                PRICES,
                OptionalInt.empty());
    }

    @Test
    void aChampionThatWasPutBackIsJudgedByAllThatHasComeInSince() {
        // Put back after 12, when labels through 9 were known: 10, which another model served, is the first that
        // counts.
        Situation putBack = at(13, 0.005, 2, 12, List.of(2, 5));
        assertEquals(List.of(10), putBack.cohortsSinceChosen().boxed().toList());
        assertEquals(Decision.RETRAIN, RULE.decide(putBack));
        assertEquals(Decision.KEEP, new CumulatedGapWithRestore(Horizon.GATED).decide(putBack));
    }

    @Test
    void gapsThatAreNoLargerThanTheirErrorsAreNotMultipliedByTheCohortsToCome() {
        // 0.02 + 3 · 0.02 is more than 0.05. But that all models have such gaps by chance is as likely as that they
        // last.
        Situation noisy = at(13, 0.02, 2, 12, List.of(2, 5));
        assertTrue(GapEvidence.of(noisy, RULE.cohortsCounted(noisy)).debt() > 0.05);
        assertTrue(RULE.debt(noisy).orElseThrow().debt() < 0.05);
        assertEquals(Decision.KEEP, RULE.decide(noisy));
    }

    @Test
    void whatIsOwedCountsTheCohortsThatTheRuleCounts() {
        Situation putBack = at(13, 0.005, 2, 12, List.of(2, 5));
        DebtEstimate all = RULE.debt(putBack).orElseThrow();
        // The gap of 10, 0.02, and 3 + 2 cohorts ahead.
        assertEquals(0.02 + 5 * all.netLevel(), all.debt(), 1e-12);
        // The champion has served 13 alone since, of which nothing is known: 1 + 2 ahead.
        DebtEstimate served = new Debt(Horizon.GATED).debt(putBack).orElseThrow();
        assertEquals(3 * served.netLevel(), served.debt(), 1e-12);
        assertEquals(all.netLevel(), served.netLevel(), 1e-12);
        assertEquals(all, new AtPrice(RULE, 2).debt(putBack).orElseThrow());
    }

    @Test
    void aChampionJustTrainedIsJudgedByCohortsOfAnotherOnlyWhereTheyAreClear() {
        // Trained through 7 and deployed after 10: 9 and 10 come in first, then 11, the first that it served.
        assertEquals(Decision.RETRAIN, RULE.decide(at(13, 0.001, 7, 10, List.of(7))));
        // 0.02 is more than 2 · 0.012 / √2, and less than 3 times that.
        assertEquals(Decision.KEEP, RULE.decide(at(13, 0.012, 7, 10, List.of(7))));
        // Of one cohort alone it is not believed.
        assertEquals(Decision.KEEP, RULE.decide(at(12, 0.001, 7, 10, List.of(7))));
        // Of what it served itself it is, clear or not.
        assertEquals(Decision.RETRAIN, RULE.decide(at(14, 0.02, 7, 10, List.of(7))));
    }

    @Test
    void howSureTheLatestGapIsFollowsFromBothCohorts() {
        Situation situation = at(13, 0.02, 7, 10, List.of(7));
        GapEvidence gap = GapEvidence.of(situation, RULE.cohortsCounted(situation));
        assertEquals(2, gap.count());
        assertEquals(0.02, gap.lately(), 1e-12);
        assertEquals(0.02 / Math.sqrt(2), gap.latelyError(), 1e-12);
        assertEquals(0.04 + 3 * 0.02, gap.debt(), 1e-12);
    }

    @Test
    void shortlyBeforeTheEndNothingIsRenewed() {
        Matrices.LossOf late = (model, cohort) -> 0.2 + (cohort >= 44 && model < 44 ? 0.02 : 0);
        assertEquals(List.of(), replay(RULE, late, 0).retrains());
        assertEquals(
                List.of(47), replay(new LastingGap(Horizon.IGNORED), late, 0).retrains());
    }
}
