package io.tidemark.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.backtest.CumulatedGapWithRestore;
import io.tidemark.backtest.EveryK;
import io.tidemark.backtest.Horizon;
import io.tidemark.backtest.Loss;
import io.tidemark.backtest.Matrices;
import io.tidemark.backtest.Never;
import io.tidemark.backtest.TwiceAsBad;
import io.tidemark.incident.Accepted;
import io.tidemark.incident.DataIncident;
import io.tidemark.incident.IncidentKind;
import io.tidemark.shift.Made;
import io.tidemark.shift.Severity;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Histories without noise, whose right answers can be said beforehand; a retrain costs 0.05 where nothing else is said. */
class MonitorPolicyTest {
    private static final double EXACT = 1e-12;

    /** Gaps of 0.02 on cohorts 9, 10 and 11 (8 is new to every model): 0.06 > 0.05. */
    private static final Told JUMPED = Told.at(11, 0, Told::jump);

    private static DataIncident defect(int month) {
        return new DataIncident(
                Made.month(month),
                "income",
                IncidentKind.SCALE_CHANGE,
                1_000,
                1,
                Made.month(month),
                "income is a thousand times what it was");
    }

    /** A spell of six cohorts: models trained before or after it lose 0.03 in it, those trained in it lose as much outside. */
    private static double spell(int model, int cohort) {
        return 0.2 + (within(model) == within(cohort) ? 0 : 0.03);
    }

    private static boolean within(int cohort) {
        return cohort >= 8 && cohort < 14;
    }

    private static OutcomeEvidence of(List<CohortOutcomes> mature) {
        return new OutcomeEvidence(mature, List.of(), Optional.empty(), Optional.empty());
    }

    private static String reason(Recommendation recommendation, String rule) {
        return recommendation.reasons().stream()
                .filter(finding -> finding.rule().equals(rule))
                .map(Finding::sentence)
                .findFirst()
                .orElseThrow();
    }

    /** Trained through 7, deployed after 10, outcomes 3 late: those of 9 and 10 are known, of which another model served both. */
    @Test
    void whatIsPrintedIsWhatTheRuleGoesBy() {
        Told untried = Told.at(13, 3, Told::jump).by(ServingModel.first(7, 10));
        assertEquals(Action.RETRAIN, untried.action());
        assertTrue(untried.recommendation().reasons().get(0).sentence().contains("summed over 2 cohorts"));
        Recommendation kept =
                untried.asking(new CumulatedGapWithRestore(Horizon.GATED)).recommendation();
        assertNotEquals(Action.RETRAIN, kept.action());
        assertTrue(kept.reasons().stream()
                .anyMatch(reason -> reason.sentence()
                        .contains("no outcome is known of the cohorts that the rule CG_RESTORE counts")));
    }

    @Test
    void aJumpIsRetrainedForWhenItsGapsExceedThePrice() {
        Recommendation retrain = JUMPED.recommendation();
        assertEquals(Action.RETRAIN, retrain.action());
        assertEquals(Urgency.MEDIUM, retrain.urgency());
        assertEquals(
                "train a new model: the one trained through 2024-06 has lost 0.0600 of AUC against newer ones,"
                        + " a retrain costs 0.0500",
                retrain.headline());
        assertEquals(
                "the champion, trained through 2024-06, lost 0.0600 of AUC against newer models, summed over 5 cohorts"
                        + " (2024-08 to 2024-12), and 0.0200 ± 0.000707 a cohort lately; a retrain costs 0.0500",
                reason(retrain, "retraining_pays"));
        assertEquals("staleness.gap_auc", retrain.reasons().get(0).column());
        assertEquals(0.06, retrain.reasons().get(0).value(), EXACT);
        assertEquals(0.05, retrain.reasons().get(0).threshold());
        assertEquals(0.05, retrain.balance().orElseThrow().retrainCost());
        assertEquals(0.06, retrain.balance().orElseThrow().breakEvenCost().orElseThrow(), EXACT);
        assertEquals(List.of("a price of a retrain above 0.0600 (now 0.0500)"), retrain.wouldChange());
        assertEquals(Optional.of(LocalDate.of(2025, 1, 31)), retrain.reviewBy());
        assertEquals("LASTING_GAP", retrain.policy());
    }

    @Test
    void outcomesAreSaidToBeLackingOnlyWhereNoneIsKnownSinceTheTraining() {
        assertEquals(List.of(), lackingOutcomes(JUMPED));
        assertEquals(1, lackingOutcomes(Told.at(11, 6, Told::jump)).size());
    }

    private static List<String> lackingOutcomes(Told told) {
        return told.recommendation().notLookedAt().stream()
                .filter(lacking -> lacking.startsWith("outcomes: no cohort after the champion's training"))
                .toList();
    }

    @Test
    void beforeThatItIsWatchedAndSaidWhenItWillBeDue() {
        Recommendation watch = Told.at(10, 0, Told::jump).recommendation();
        assertEquals(Action.WATCH, watch.action());
        assertTrue(watch.wouldChange().contains("a price of a retrain below 0.0400 (now 0.0500)"), watch::toString);
        assertTrue(
                watch.wouldChange()
                        .contains("if newer models go on doing as much better, a retrain is due in 1 cohort"),
                watch::toString);
    }

    @Test
    void aModelThatLosesNothingIsKept() {
        Recommendation keep = Told.at(11, 0, Told::steady).recommendation();
        assertEquals(Action.KEEP, keep.action());
        assertEquals(
                "keep the model trained through 2024-06: against newer ones it has lost 0 of AUC, a retrain costs 0.0500;"
                        + " none of 4 features shifted in 2024-12 beyond chance and convention",
                keep.headline());
        assertTrue(
                keep.wouldChange()
                        .contains("no price of a retrain: the champion has lost nothing by not having been renewed"),
                keep::toString);
    }

    @Test
    void anEarlierChampionThatDoesBetterIsPutBack() {
        Told after = Told.at(15, 0, MonitorPolicyTest::spell).by(new ServingModel(10, 10, List.of(5, 10)));
        Recommendation restore = after.recommendation();
        assertEquals(Action.RESTORE, restore.action());
        assertEquals(
                "put the model trained through 2024-06 back: lately it would have lost 0.0300 of AUC a cohort less than"
                        + " the one trained through 2024-11, and putting it back costs 0.00500",
                restore.headline());
        assertTrue(restore.reasons().get(0).sentence().startsWith("the earlier champion, trained through 2024-06,"));
        assertEquals(Optional.empty(), restore.trainingWindow());
        // 24 cohorts at 0.03, less 0.005.
        assertEquals(0.715, restore.balance().orElseThrow().expectedSaving().orElseThrow(), EXACT);
    }

    @Test
    void brokenDataComeBeforeEverything() {
        Recommendation look = JUMPED.broken(defect(12)).recommendation();
        assertEquals(Action.INVESTIGATE_DATA, look.action());
        assertTrue(look.wouldChange().get(0).contains("it would be RETRAIN: train a new model"), look::toString);
    }

    @Test
    void fromDataThatWereAcceptedNothingIsConcluded() {
        Accepted accepted = new Accepted(Map.of("income", Made.month(12).start()));
        DataIncident marked = accepted.marked(List.of(defect(12))).get(0);
        Recommendation retrain = JUMPED.broken(marked).recommendation();
        assertEquals(JUMPED.recommendation(), retrain);
    }

    @Test
    void howAFaultIsAcceptedIsSaid() {
        Recommendation look = JUMPED.broken(defect(12)).recommendation();
        assertTrue(look.wouldChange().get(1).contains("--accepted income="), look::toString);
    }

    @Test
    void whereAcceptingWouldNotHelpItIsNotAdvised() {
        Recommendation look = JUMPED.without(11).broken(defect(12)).recommendation();
        assertEquals(Action.INVESTIGATE_DATA, look.action());
        assertTrue(look.wouldChange().stream().noneMatch(sentence -> sentence.contains("--accepted")), look::toString);
    }

    @Test
    void aNewestCohortInQuarantineIsToBeLookedAt() {
        Recommendation look = JUMPED.without(11).recommendation();
        assertEquals(Action.INVESTIGATE_DATA, look.action());
        assertTrue(look.headline().endsWith("income came in thousands"));
    }

    @Test
    void cohortsInQuarantineLeaveEverySum() {
        // Without 10 the gaps of 9 and 11 remain, 0.04 < 0.05; and the window is told without it.
        Recommendation watch = JUMPED.without(10)
                .changed(OptionalInt.empty(), OptionalInt.of(8))
                .recommendation();
        assertEquals(Action.WATCH, watch.action());
        assertEquals(0.04, watch.reasons().get(0).value(), EXACT);
        assertTrue(reason(watch, "training_window").contains("without 2024-11 (income came in thousands)"));
    }

    @Test
    void withoutAPriceThatSomebodyNamedTheBreakEvenIsInTheHeadline() {
        Recommendation retrain = Told.at(12, 0, Told::jump)
                .costing(Costs.assumed(Loss.AUC, OptionalInt.empty()))
                .recommendation();
        assertEquals(Action.RETRAIN, retrain.action());
        assertTrue(
                retrain.headline().endsWith("; that price is assumed, and a new model pays up to one of 0.0800"),
                retrain::headline);
        assertTrue(retrain.howSure().stream().anyMatch(sentence -> sentence.contains("one point of Gini")));
    }

    @Test
    void moneyIsSaidBesideTheUnitsOfLoss() {
        Money money = new Money(8_000, 2_000, OptionalDouble.empty(), Money.unitOfGiniPoint(1_000));
        Recommendation retrain =
                JUMPED.costing(Costs.of(Loss.AUC, money, OptionalInt.empty())).recommendation();
        assertTrue(
                retrain.headline()
                        .contains("has lost 0.0600 (12,000 in money) of AUC against newer ones, a retrain costs"
                                + " 0.0500 (10,000 in money)"),
                retrain::headline);
    }

    @Test
    void shortlyBeforeTheEndOfItsPlannedLifeAModelIsNotRenewed() {
        // It serves cohorts 6 to 13: of 0.02 a cohort, two are left.
        Told planned = JUMPED.costing(Costs.of(Loss.AUC, 0.05, OptionalInt.of(8)));
        assertEquals(Action.WATCH, planned.action());
        assertEquals(
                0.04,
                planned.recommendation().balance().orElseThrow().breakEvenCost().orElseThrow(),
                EXACT);
    }

    @Test
    void aPlannedLifeThatIsOverStopsNothing() {
        assertEquals(
                Action.RETRAIN,
                JUMPED.costing(Costs.of(Loss.AUC, 0.05, OptionalInt.of(4))).action());
    }

    @Test
    void aRuleOfTheUsersOwnDecides() {
        Told quiet = Told.at(11, 0, (model, cohort) -> cohort < 11 ? 0.2 : 0.41);
        assertEquals(Action.KEEP, quiet.action());
        Recommendation retrain = quiet.asking(new TwiceAsBad()).recommendation();
        assertEquals(Action.RETRAIN, retrain.action());
        assertEquals("twice_as_bad", retrain.policy());
        assertTrue(retrain.headline().startsWith("train a new model: the rule twice_as_bad calls for it; "));
        assertEquals(Action.WATCH, JUMPED.asking(new Never()).action());
    }

    @Test
    void aLevelThatIsOffIsRecalibratedAndNoModelTrained() {
        Told told = Told.at(11, 0, Told::steady);
        Recommendation refit =
                told.with(of(told.outcomes(0.75, 0, 8, 0.12, 0.001))).recommendation();
        assertEquals(Action.RECALIBRATE, refit.action());
        assertEquals(
                "refit the score's intercept and slope on the newest cohorts whose outcomes are known: 12.0 % of the"
                        + " applicants of 2024-09 to 2024-12 went bad, where the score expected 8.0 %; a new model is not"
                        + " called for",
                refit.headline());
        // Four cohorts of ln 1.5 ± 0.1: z = 2 · 4.05.
        assertEquals(8.109, refit.reasons().get(refit.reasons().size() - 2).value(), 1e-3);
    }

    @Test
    void aNewModelComesBeforeALevelThatIsOff() {
        assertEquals(
                Action.RETRAIN,
                JUMPED.with(of(JUMPED.outcomes(0.75, 0, 8, 0.12, 0.001))).action());
    }

    @Test
    void whatRecalibrationCuresIsNoReasonToRetrain() {
        // Gaps of 0.02 are all cured by gains of 0.02 a cohort, which exceed the 0.005 that refitting costs.
        Told brier = JUMPED.costing(Costs.of(Loss.BRIER, 0.05, OptionalInt.empty()));
        assertEquals(Action.RETRAIN, brier.action());
        assertEquals(
                Action.RECALIBRATE,
                brier.with(of(brier.outcomes(0.75, 0, 8, 0.12, 0.02))).action());
    }

    @Test
    void aLevelThatRefittingWouldNotMendIsLeft() {
        Told told = Told.at(11, 0, Told::steady);
        assertEquals(
                Action.KEEP,
                told.with(of(told.outcomes(0.75, 0, 8, 0.12, -0.001))).action());
        assertEquals(
                Action.KEEP,
                told.with(of(told.outcomes(0.75, 0, 8, 0.085, 0.001))).action());
    }

    @Test
    void aModelThatRanksWorseWhileNewerOnesDoNoBetterIsWatched() {
        Told told = Told.at(11, 0, Told::steady);
        Recommendation watch =
                told.with(of(told.outcomes(0.75, -0.08, 10, 0.08, 0))).recommendation();
        assertEquals(Action.WATCH, watch.action());
        assertTrue(
                watch.headline().startsWith("the champion ranks worse than it did: AUC 0.670 in 2024-11 to 2024-12"));
        // q · 0.02 · sqrt(1/2 + 1/4) with q = −Φ⁻¹(Φ(−2) / 3) = 2.42837: the clearest of
        // three cuts.
        Finding found = watch.reasons().stream()
                .filter(finding -> finding.rule().equals("model_worse"))
                .findFirst()
                .orElseThrow();
        assertEquals(0.0420606, found.threshold(), 1e-6);
        assertTrue(reason(watch, "diagnosis").startsWith("this looks like a change of behaviour"));
    }

    @Test
    void aScoreThatShiftedIsWatched() {
        ScoreShift score = new ScoreShift(Made.month(12), 0.3, 0.02, Severity.MAJOR, true, Optional.of(Made.month(12)));
        Recommendation watch = Told.at(11, 0, Told::steady)
                .with(new OutcomeEvidence(List.of(), List.of(), Optional.empty(), Optional.of(score)))
                .recommendation();
        assertEquals(Action.WATCH, watch.action());
        assertEquals(
                "the score shifted in 2024-12 (PSI 0.300); the outcomes known so far show no loss that a new model would"
                        + " be worth (0 of AUC, a retrain costs 0.0500)",
                watch.headline());
    }

    @Test
    void theReplayOverThisHistoryIsSaid() {
        assertTrue(JUMPED.replayed(new ReplayedRule("CG_RESTORE", 0.031, 2), new ReplayedRule("never", 0.052, 0))
                .recommendation()
                .howSure()
                .contains("replayed over this history, above the best that hindsight could do: CG_RESTORE 3.1 %, never"
                        + " 5.2 %; decided by LASTING_GAP"));
    }

    @Test
    void aTrainingWindowIsShorterThanASeason() {
        Recommendation retrain = JUMPED.inSeasonsOf(12).recommendation();
        assertTrue(retrain.counterEvidence().stream()
                .anyMatch(against -> against.contains("shorter than the season of 12 cohorts")));
    }

    /** Nothing later than the newest mature cohort is looked at. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theFutureChangesNothing(long seed) {
        Told now = Told.at(14, 3, Told::jump);
        RetrainingEvidence known = now.retraining();
        Random random = new Random(seed);
        Shadows later = new Shadows(
                "logistic",
                known.shadows().orElseThrow().trainingWindow(),
                Matrices.of(2, 14, (model, cohort) -> cohort <= 11 ? Told.jump(model, cohort) : random.nextDouble()));
        Evidence seeing = new Evidence(
                now.shifts(),
                now.outcomes(),
                Optional.of(new RetrainingEvidence(
                        known.cohorts(),
                        known.labelLag(),
                        known.champion(),
                        Optional.of(later),
                        known.costs(),
                        known.scoreOnset(),
                        known.behaviourOnset(),
                        known.season(),
                        known.replay())),
                now.rule());
        assertEquals(now.recommendation(), MonitorPolicy.recommend(seeing));
    }

    /** Labels, scores or both may be missing: each combination still answers, and says what it lacks. */
    @Test
    void withoutLabelsOrScoresNothingIsEverRetrained() {
        Told moved = Told.at(11, 0, Told::jump).alarmed(8);
        ScoreShift score = new ScoreShift(Made.month(12), 0.3, 0.02, Severity.MAJOR, true, Optional.of(Made.month(9)));
        OutcomeEvidence scored = new OutcomeEvidence(List.of(), List.of(), Optional.empty(), Optional.of(score));
        RetrainingEvidence full = moved.retraining();
        RetrainingEvidence untrained = new RetrainingEvidence(
                full.cohorts(),
                full.labelLag(),
                full.champion(),
                Optional.empty(),
                full.costs(),
                full.scoreOnset(),
                full.behaviourOnset(),
                full.season(),
                full.replay());
        for (OutcomeEvidence outcomes : List.of(OutcomeEvidence.NONE, scored)) {
            for (Optional<RetrainingEvidence> labels :
                    List.of(Optional.<RetrainingEvidence>empty(), Optional.of(untrained))) {
                Recommendation given =
                        MonitorPolicy.recommend(new Evidence(moved.shifts(), outcomes, labels, new EveryK(1)));
                assertEquals(
                        labels.isEmpty() ? Action.WATCH : Action.RETRAIN_BLOCKED_LABELS,
                        given.action(),
                        given::toString);
                assertFalse(given.notLookedAt().isEmpty());
                assertEquals("shift_only", given.policy());
            }
        }
    }

    @Test
    void everyActionIsReached() {
        Told told = Told.at(11, 0, Told::steady);
        List<Action> reached = Stream.of(
                        told,
                        Told.at(10, 0, Told::jump),
                        told.broken(defect(12)),
                        told.with(of(told.outcomes(0.75, 0, 8, 0.12, 0.001))),
                        Told.at(15, 0, MonitorPolicyTest::spell).by(new ServingModel(10, 10, List.of(5))),
                        JUMPED,
                        Told.at(23, 12, Told::steady).alarmed(15))
                .map(Told::action)
                .toList();
        assertEquals(
                Stream.of(Action.values())
                        .filter(action -> action != Action.CANNOT_TELL)
                        .toList(),
                reached);
    }
}
