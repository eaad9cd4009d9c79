package io.tidemark.backtest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class JudgementTest {
    /** Models through cohorts before 4 lose 0.1 more from cohort 4 on. */
    private static final StalenessMatrix JUMP =
            Matrices.of(0, 9, (model, cohort) -> cohort >= 4 && model < 4 ? 0.3 : 0.2);

    private static Judgement judged(StalenessMatrix matrix, RetrainingPolicy policy, double cost) {
        Replay replay = new Replay(matrix, 0, Prices.ofRetrain(cost));
        return Judgement.of(replay, replay.steps(policy), Oracle.of(replay));
    }

    @Test
    void aRetrainThatEarnsItsPriceIsNoFalseAlarm() {
        Judgement judgement = judged(JUMP, retrainsAfter(4), 0.3);
        // Five cohorts, 5 to 9, at 0.1 each.
        assertEquals(List.of(), judgement.falseAlarms());
        assertEquals(List.of(), judgement.missed());
    }

    @Test
    void oneThatIsDearerThanAllItSavesIs() {
        assertEquals(List.of(4), judged(JUMP, retrainsAfter(4), 0.6).falseAlarms());
        assertEquals(List.of(2), judged(JUMP, retrainsAfter(2), 0.3).falseAlarms());
    }

    @Test
    void whatIsSavedIsCountedToTheNextActionOnly() {
        // From 5 to 7, 0.3 in all; the second retrain, after 7, saves nothing more.
        assertEquals(List.of(4, 7), judged(JUMP, retrainsAfter(4, 7), 0.35).falseAlarms());
        assertEquals(List.of(7), judged(JUMP, retrainsAfter(4, 7), 0.25).falseAlarms());
    }

    @Test
    void aRetrainOfTheOracleThatIsNotFollowedSoonIsMissed() {
        assertEquals(List.of(4), judged(JUMP, new Never(), 0.3).missed());
        assertEquals(List.of(), judged(JUMP, retrainsAfter(6), 0.3).missed());
        assertEquals(List.of(4), judged(JUMP, retrainsAfter(7), 0.1).missed());
    }

    @Test
    void aRefitOfTheLevelFollowsNoRetrainOfTheOracleThoughItMayEarnItsPrice() {
        // Refitted through 5 or later, models of before lose 0.05 more instead of 0.1.
        StalenessMatrix matrix = Matrices.refitted(
                JUMP, (model, cohort, refit) -> JUMP.loss(model, cohort) - (cohort >= 4 && model < 4 ? 0.05 : 0));
        Judgement judgement = judged(matrix, new RecalibrateEveryK(6), 0.3);
        assertEquals(List.of(4), judgement.missed());
        // After 2, when it is first done, and after 8: 0.25 over 4 to 8, 0.05 more on 9, for 0.03 each.
        assertEquals(List.of(8), judgement.falseAlarms());
    }

    private static RetrainingPolicy retrainsAfter(Integer... cohorts) {
        List<Integer> times = List.of(cohorts);
        return new RetrainingPolicy() {
            @Override
            public String name() {
                return "planned";
            }

            @Override
            public Decision decide(Situation situation) {
                return times.contains(situation.now()) ? Decision.RETRAIN : Decision.KEEP;
            }
        };
    }
}
