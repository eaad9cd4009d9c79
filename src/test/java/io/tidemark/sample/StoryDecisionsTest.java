package io.tidemark.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One seed of what {@link StoryDecisionsCalibrationTest} does with ten. */
class StoryDecisionsTest {
    private static final int APPLICANTS = 8_000;
    private static final double COST = 0.02;
    private static final List<Integer> LAGS = List.of(0, 3);

    private static StoryDecisions decisions(String story) {
        return StoryDecisions.of(ShiftChoice.of(List.of(story)), 1, APPLICANTS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "new_clientele", "base_rate"})
    void nothingIsDoneWhereNothingWouldBeGained(String story) {
        StoryDecisions decisions = decisions(story);
        LAGS.forEach(labelLag -> assertEquals(0, decisions.retrains(labelLag, COST)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"behaviour_break", "behaviour_spell"})
    void aBreakIsActedOnWithinTwoCohortsOfItsOutcomes(String story) {
        StoryDecisions decisions = decisions(story);
        for (int labelLag : LAGS) {
            assertTrue(decisions.delay(labelLag, COST).orElseThrow() <= labelLag + 2, "label lag " + labelLag);
            assertEquals(story.equals("behaviour_spell"), decisions.restoresAfterTheSpell(labelLag, COST));
        }
    }
}
