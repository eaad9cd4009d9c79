package io.tidemark.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.spark.output.Tables;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every cause is told from the others by its outcomes. */
@Tag("spark")
@Tag("slow")
class PlantedCausesTest {
    private static final StoryRun NEWCOMERS = StoryRun.newClientele();
    private static final StoryRun RENTERS = StoryRun.renters();
    private static final StoryRun BURDENED = StoryRun.of("behaviour_break", StoryRun.END);
    private static final StoryRun WORSE_TIMES = StoryRun.of("base_rate", StoryRun.END);
    private static final StoryRun THOUSANDS = StoryRun.of("income_unmended", StoryRun.END);
    /** Five standard errors: less than once in a million by chance. */
    private static final double CLEAR = 5;

    @Test
    void otherApplicantsAreMixAndNotRateAndTheScoreStillRanks() {
        for (Row score : NEWCOMERS.effects("pd_score")) {
            assertTrue(score.getDouble(0) > CLEAR * score.getDouble(1), () -> "no mix effect: " + score);
            assertTrue(Math.abs(score.getDouble(2)) < 2 * score.getDouble(3), () -> "a rate effect: " + score);
        }
        for (Row utilisation : NEWCOMERS.effects("utilisation")) {
            assertTrue(utilisation.getDouble(0) > 4 * CLEAR * utilisation.getDouble(1));
            assertEquals("MAJOR", utilisation.getString(5));
        }
        assertTrue(NEWCOMERS.aucChange("2024-01-01") > -0.02);
        NEWCOMERS
                .performances("calibration_intercept, calibration_intercept_se")
                .forEach(level -> assertTrue(Math.abs(level.getDouble(0)) < 2 * level.getDouble(1)));
    }

    @Test
    void applicantsWhoTurnOutWorseAreRateAndNotMix() {
        for (String feature : List.of("pd_score", "housing", "bureau_score")) {
            for (Row effect : RENTERS.effects(feature)) {
                assertTrue(Math.abs(effect.getDouble(0)) < 3 * effect.getDouble(1) + 1e-4, () -> "mix: " + effect);
                assertTrue(effect.getDouble(2) > CLEAR * effect.getDouble(3), () -> "no rate effect: " + effect);
                assertTrue(effect.getDouble(4) < 1e-6);
                assertEquals(false, List.of("MODERATE", "MAJOR").contains(effect.getString(5)));
            }
        }
        assertTrue(RENTERS.aucChange("2023-10-01") < -0.04);
        assertTrue(RENTERS.summary().contains("to the same applicants behaving otherwise"), RENTERS.summary());
    }

    /** As many default as before, so that better and worse applicants cancel out in the rate effect; within the bins they do not. */
    @Test
    void aChangeThatLeavesTheLevelIsSeenInTheRankingAndWithinTheBins() {
        assertTrue(BURDENED.aucChange("2024-01-01") < -0.03);
        for (Row effect : BURDENED.effects("bureau_score")) {
            assertTrue(Math.abs(effect.getDouble(2)) < 3 * effect.getDouble(3), () -> "a rate effect: " + effect);
            assertTrue(effect.getDouble(4) < 0.01, () -> "as before within the bins: " + effect);
        }
    }

    @Test
    void anotherLevelIsAnInterceptAndTheScoreStillRanks() {
        for (Row level : WORSE_TIMES.performances("calibration_intercept, calibration_intercept_se")) {
            assertEquals(0.85, level.getDouble(0), 0.15);
            assertTrue(level.getDouble(0) > CLEAR * level.getDouble(1));
        }
        assertTrue(WORSE_TIMES.aucChange("2024-01-01") > -0.02);
        assertTrue(WORSE_TIMES.summary().contains("RECALIBRATE"), WORSE_TIMES.summary());
    }

    @Test
    void anotherUnitIsAFaultOfTheData() {
        List<Row> incidents =
                THOUSANDS.rows(Tables.DATA_INCIDENTS, "kind, column_name", "window.start >= '2024-01-01'");
        assertEquals(8, incidents.size());
        incidents.forEach(incident -> assertEquals("[SCALE_CHANGE,income]", incident.toString()));
        assertTrue(THOUSANDS.summary().contains("INVESTIGATE_DATA"), THOUSANDS.summary());
        assertTrue(THOUSANDS.summary().contains("this looks like a fault of the data"), THOUSANDS.summary());
    }
}
