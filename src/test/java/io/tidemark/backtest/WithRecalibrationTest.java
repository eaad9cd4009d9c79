package io.tidemark.backtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** All models were trained at the level of before cohort 8; from then on it is another. */
class WithRecalibrationTest {
    private static final int CHANGE = 8;
    private static final double FRESH = 0.10;
    /** Both rules as one: it only recalibrates. */
    private static final RetrainingPolicy ALONE = new WithRecalibration(new Never());

    /** A model of before loses more on cohorts of after, unless its level is refitted on two of these. */
    private static StalenessMatrix level(double more) {
        return Matrices.refitted(
                Matrices.of(0, 20, (model, cohort) -> FRESH + (isOff(model, cohort) ? more : 0)),
                (model, cohort, refit) ->
                        FRESH + (isOff(model, cohort) && refit <= CHANGE ? more * (refit == CHANGE ? 0.25 : 1) : 0));
    }

    private static boolean isOff(int model, int cohort) {
        return model < CHANGE && cohort >= CHANGE;
    }

    @Test
    void aLevelThatIsOffIsRefittedOnceThatPays() {
        // A refit through 8 saves three quarters of 0.02 on 9, one through 9 all of it on 10: 0.035 > 0.03.
        ReplayResult result = new Replay(level(0.02), 0, Prices.ofRetrain(0.3)).run(ALONE);
        assertEquals(List.of(10), result.recalibrations());
        assertEquals(List.of(), result.retrains());
    }

    @Test
    void withLabelsLateItIsRefittedByWhatARefitOfThatTimeWouldHaveSaved() {
        // With labels 2 late a refit through 8 could have served 11, and one through 9 12. After 13, labels through 11
        // being known, that makes 0.015 and 2 · 0.0075 to come, which is no more than 0.03.
        ReplayResult result = new Replay(level(0.02), 2, Prices.ofRetrain(0.3)).run(ALONE);
        assertEquals(List.of(14), result.recalibrations());
    }

    @Test
    void whatRefittingCuresCallsForNoNewModel() {
        Prices prices = Prices.ofRetrain(0.06);
        StalenessMatrix matrix = level(0.02);
        CumulatedGap rule = new CumulatedGap(Horizon.GATED);
        ReplayResult alone = new Replay(matrix, 0, prices).run(rule);
        ReplayResult both = new Replay(matrix, 0, prices).run(new WithRecalibration(rule));
        assertFalse(alone.retrains().isEmpty());
        assertEquals(List.of(), both.retrains());
        assertEquals(List.of(9), both.recalibrations());
        assertTrue(both.total() < alone.total());
    }

    /** Off by 0.02 from 8 on; refitting on two cohorts of after cures a share of it. The rule that is asked calls for a model after 9. */
    private static ReplayResult whereBothAreDueAtOnce(double share, double price) {
        StalenessMatrix matrix = Matrices.refitted(
                Matrices.of(0, 20, (model, cohort) -> FRESH + (isOff(model, cohort) ? 0.02 : 0)),
                (model, cohort, refit) ->
                        FRESH + (isOff(model, cohort) ? (refit >= CHANGE ? 1 - share : 1) * 0.02 : 0));
        CumulatedGap rule = new CumulatedGap(Horizon.GATED);
        Replay replay = new Replay(matrix, 0, Prices.ofRetrain(price));
        assertEquals(List.of(9), replay.run(rule).retrains());
        return replay.run(new WithRecalibration(rule));
    }

    @Test
    void whereBothAreDueAtOnceTheCureCountsAgainstANewModel() {
        ReplayResult cured = whereBothAreDueAtOnce(1, 0.019);
        assertEquals(List.of(9), cured.recalibrations());
        assertEquals(List.of(), cured.retrains());
    }

    @Test
    void whereBothAreDueAtOnceAndLittleIsCuredANewModelIsTrained() {
        ReplayResult hardly = whereBothAreDueAtOnce(0.2, 0.015);
        assertEquals(List.of(9), hardly.retrains());
        assertEquals(List.of(), hardly.recalibrations());
    }

    @Test
    void whatHasBeenCuredDoesNotCountLaterEither() {
        ReplayResult cured = whereBothAreDueAtOnce(0.75, 0.019);
        assertEquals(List.of(9), cured.recalibrations());
        // 0.005 on 9 to 12 exceeds 0.019; with the 0.015 that were cured on 9 it would have done so after 10.
        assertEquals(List.of(12), cured.retrains());
    }

    @Test
    void itIsNotRefittedShortlyBeforeTheEnd() {
        StalenessMatrix short11 = level(0.02).until(11);
        assertEquals(
                List.of(),
                new Replay(short11, 0, Prices.ofRetrain(0.3)).run(ALONE).recalibrations());
    }

    @Test
    void whereNothingIsKnownOfRefitsItDoesWhatTheRuleDoes() {
        StalenessMatrix matrix = Matrices.random(1, 20, 3);
        Replay replay = new Replay(matrix, 1, Prices.ofRetrain(0.1));
        ReplayResult with = replay.run(new WithRecalibration(Policies.DEFAULT));
        ReplayResult without = replay.run(Policies.DEFAULT);
        assertEquals(without.total(), with.total());
        assertEquals(without.retrains(), with.retrains());
    }

    @Test
    void aScheduleRefitsAsSoonAsItCanAndThenEveryFewCohorts() {
        ReplayResult result = new Replay(level(0.02), 1, Prices.ofRetrain(0.3)).run(new RecalibrateEveryK(6));
        assertEquals(List.of(3, 9, 15), result.recalibrations());
    }
}
