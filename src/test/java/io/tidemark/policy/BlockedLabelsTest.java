package io.tidemark.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.backtest.CumulatedGapWithRestore;
import io.tidemark.backtest.Horizon;
import io.tidemark.backtest.Loss;
import io.tidemark.shift.Made;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/**
 * Outcomes that come late. Of 80 bads a cohort, 0.03 of AUC are won back by (0.5 / (0.03 − 0.05/24))² = 321 of them, the fifth cohort's.
 */
class BlockedLabelsTest {
    private static final Told LATE = Told.at(23, 12, Told::steady);

    private static LocalDate lastDay(int cohort) {
        return Made.month(cohort + 1).window().to();
    }

    @Test
    void aLastingShiftWhoseOutcomesAreAYearAwayBlocks() {
        Recommendation blocked = LATE.alarmed(15).recommendation();
        assertEquals(Action.RETRAIN_BLOCKED_LABELS, blocked.action());
        // Cohorts 15 to 19 give 400 bads; the last is known when 31 is complete.
        assertEquals(Optional.of(lastDay(31)), blocked.blockedUntil());
        assertEquals(blocked.blockedUntil(), blocked.reviewBy());
        assertEquals(
                "do not retrain before 2026-08-31, when enough outcomes are known: features have shifted since 2025-04,"
                        + " and no outcome since then is known",
                blocked.headline());
        assertEquals(
                "0 bads are known since 2025-04, and about 321 in two cohorts or more are needed to win back 0.030 of AUC",
                blocked.reasons().get(0).sentence());
        TrainingWindow window = blocked.trainingWindow().orElseThrow();
        assertEquals(Made.month(16).start(), window.span().from());
        assertEquals(lastDay(19), window.span().to());
    }

    @Test
    void aShiftThatIsNewIsOnlyWatched() {
        assertEquals(Action.WATCH, LATE.alarmed(22).action());
        assertEquals(Action.KEEP, LATE.action());
    }

    @Test
    void outcomesThatSufficeUnblock() {
        assertEquals(
                Action.RETRAIN_BLOCKED_LABELS,
                Told.at(14, 3, Told::steady).alarmed(8).action());
        assertEquals(Action.WATCH, Told.at(15, 3, Told::steady).alarmed(8).action());
    }

    @Test
    void cohortsInQuarantineMakeItLater() {
        assertEquals(
                Optional.of(lastDay(32)),
                LATE.alarmed(15).without(16).recommendation().blockedUntil());
    }

    @Test
    void debtThatNoServedCohortCouldShowBlocks() {
        // Deployed after 17, when the labels of 5 were known; models lose 0.02 a cohort from 8 on. 18's outcomes are
        // known after 30.
        Told jumped = Told.at(23, 12, Told::jump)
                .by(ServingModel.first(5, 17))
                .asking(new CumulatedGapWithRestore(Horizon.GATED));
        Recommendation blocked = jumped.recommendation();
        assertEquals(Action.RETRAIN_BLOCKED_LABELS, blocked.action());
        assertEquals(Optional.of(lastDay(30)), blocked.blockedUntil());
        assertTrue(blocked.headline().contains("by the ageing of all models the champion owes"), blocked::headline);
        assertEquals(
                Optional.of(lastDay(30)),
                jumped.changed(OptionalInt.empty(), OptionalInt.of(8))
                        .recommendation()
                        .blockedUntil());
    }

    /** The default rule listens to 9 to 11 as well, which another model served: by them a newer one is clearly better. */
    @Test
    void debtThatCohortsOfAnotherModelShowClearlyDoesNotWait() {
        Told jumped = Told.at(23, 12, Told::jump).by(ServingModel.first(5, 17));
        assertEquals(Action.RETRAIN, jumped.action());
    }

    /** Gaps of 9 to 11 and as large ones on twelve cohorts to come make 0.3. By the ageing of all models those to come are half as large. */
    @Test
    void whatAgeingSpeaksAgainstIsWatchedAndTheReasonSaid() {
        Told jumped = Told.at(23, 12, Told::jump)
                .by(ServingModel.first(5, 17))
                .costing(Costs.of(Loss.AUC, 0.2, OptionalInt.empty()));
        Recommendation watched = jumped.recommendation();
        assertEquals(Action.WATCH, watched.action());
        assertTrue(watched.headline().contains("has lost 0.300 of AUC"), watched::headline);
        assertTrue(
                watched.headline()
                        .contains("does not call for one yet; by the ageing of all models the debt is only 0.1"),
                watched::headline);
        assertTrue(watched.balance().orElseThrow().confidence().orElseThrow() < 0.5);
    }

    /** Deployed after 23, so that no outcome has come in since: what is owed is two cohorts' loss, not that of the twelve that others served. */
    @Test
    void aChampionOfTodayOwesNothingForCohortsThatAnotherModelServed() {
        Told deployed = Told.at(23, 12, Told::jump).by(ServingModel.first(5, 23));
        assertEquals(Action.KEEP, deployed.action());
        double owed = deployed.recommendation().balance().orElseThrow().debt().orElseThrow();
        assertTrue(owed > 0 && owed < 0.025, () -> "owed " + owed);
    }

    @Test
    void aRetrainThatOlderGapsCallForWaitsForOutcomesSinceALaterChange() {
        // Gaps of 9 to 11 call for it; applicants have been others since 12, and of them no outcome is known.
        Told moved = Told.at(14, 3, Told::jump).alarmed(12);
        Recommendation blocked = moved.recommendation();
        assertEquals(Action.RETRAIN_BLOCKED_LABELS, blocked.action());
        assertTrue(blocked.headline().contains("that was before the change of 2025-01"), blocked::headline);
        assertEquals(Optional.of(lastDay(12 + 4 + 3)), blocked.blockedUntil());
    }

    @Test
    void oneThatGapsSinceTheChangeCallForDoesNotWait() {
        assertEquals(
                Action.RETRAIN,
                Told.at(14, 3, Told::jump)
                        .changed(OptionalInt.empty(), OptionalInt.of(8))
                        .action());
        assertEquals(Action.RETRAIN, Told.at(14, 3, Told::jump).alarmed(8).action());
    }

    @Test
    void aPriceThatNoModelCouldEarnBlocksNothing() {
        assertEquals(
                Action.WATCH,
                LATE.alarmed(15)
                        .costing(Costs.of(Loss.AUC, 0.03 * 24, OptionalInt.empty()))
                        .action());
    }

    @Test
    void aDropThatScoresForeseeNeedsFewerBads() {
        // 0.75 known, 0.65 foreseen: (0.5 / (0.1 − 0.05/24))² = 26.07, so that two cohorts suffice.
        OutcomeEvidence outcomes = new OutcomeEvidence(
                LATE.outcomes(0.75, 0, 0, 0.08, 0),
                List.of(new EstimatedAuc(Made.month(24), Estimate.of(0.65, 0.02))),
                Optional.empty(),
                Optional.empty());
        Recommendation blocked = LATE.alarmed(15).with(outcomes).recommendation();
        assertEquals(Optional.of(lastDay(28)), blocked.blockedUntil());
        assertEquals(27, blocked.reasons().get(0).threshold());
    }

    @Test
    void theWindowIsSinceTheChangeUnlessOlderCohortsHelp() {
        Told jumped = Told.at(11, 0, Told::jump).changed(OptionalInt.empty(), OptionalInt.of(8));
        // Asymptote 0.8 + 0.5/√b of windows with 160 to 480 bads; on 320 bads 0.5/√320 = 0.028 less, below the 0.8 of
        // mixed windows.
        TrainingWindow window = jumped.recommendation().trainingWindow().orElseThrow();
        assertTrue(
                window.reason().startsWith("the newest cohorts, also from before the change of 2024-09"),
                window::reason);
        assertEquals(Made.month(7).start(), window.span().from());
        TrainingWindow later = Told.at(14, 0, Told::jump)
                .changed(OptionalInt.empty(), OptionalInt.of(8))
                .recommendation()
                .trainingWindow()
                .orElseThrow();
        assertEquals("the cohorts since the change of 2024-09", later.reason());
        assertEquals(7, later.cohorts());
    }
}
