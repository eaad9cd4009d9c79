package io.tidemark.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Date;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is recommended, from applicants to {@code recommendations}, where the right answer is known. One seed; ten of what the rule decides are in
 * {@code StoryDecisionsCalibrationTest}.
 */
@Tag("spark")
@Tag("slow")
class StoriesTest {
    private static final int SEED = 1;
    /** The last day of the two years that have outcomes, all of which are known. */
    private static final String END = "2024-12-31";

    @TempDir
    static Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"none", "new_clientele"})
    void nothingIsTrainedWhereNothingWouldBeGained(String story) {
        JudgedStory run = JudgedStory.of(folder, story, SEED, "none", END);
        assertTrue(Set.of("KEEP", "WATCH").contains(run.action()), run.said().out());
        assertEquals(List.of(), run.acts(0, JudgedStory.COST));
        assertEquals(List.of(), run.acts(3, JudgedStory.COST));
    }

    @Test
    void aLevelThatIsOffIsRecalibrated() {
        JudgedStory run = JudgedStory.of(folder, "base_rate", SEED, "3m", "2024-09-30");
        assertEquals("RECALIBRATE", run.action(), run.said().out());
    }

    @Test
    void anIncomeInThousandsIsLookedIntoAndNothingElse() {
        JudgedStory run = JudgedStory.of(folder, "income_unmended", SEED, "3m", "2024-09-30");
        assertEquals("INVESTIGATE_DATA", run.action(), run.said().out());
    }

    @Test
    void aBreakIsRetrainedForWithItsReasons() {
        JudgedStory run = JudgedStory.of(folder, "behaviour_break", SEED, "3m", "2024-09-30");
        Row recommended = run.recommendation();
        assertEquals("RETRAIN", recommended.getAs("action"), run.said().out());
        assertTrue(recommended.<Double>getAs("debt") > JudgedStory.COST);
        assertNotNull(recommended.getAs("training_window"));
        assertTrue(
                run.said().out().contains("this looks like a change of behaviour"),
                run.said().out());
    }

    @Test
    void afterASpellTheChampionOfBeforeIsBroughtBack() {
        JudgedStory run = JudgedStory.of(folder, "behaviour_spell", SEED, "none", END, "--retrained", "2024-04-01");
        assertEquals("RESTORE", run.action(), run.said().out());
    }

    @Test
    void whereOutcomesTakeAYearNothingIsTrainedBeforeTheyAreThere() {
        JudgedStory run = JudgedStory.of(folder, "new_clientele", SEED, "12m", "2024-06-30");
        Row recommended = run.recommendation();
        assertEquals(
                "RETRAIN_BLOCKED_LABELS",
                recommended.getAs("action"),
                run.said().out());
        // Two months since the change of 2024-01 have enough bads; those of February are known a year after its end.
        assertEquals(Date.valueOf("2025-02-28"), recommended.getAs("blocked_until"));
        assertTrue(
                run.said().out().contains("outcomes suffice from 2025-02-28"),
                run.said().out());
    }
}
