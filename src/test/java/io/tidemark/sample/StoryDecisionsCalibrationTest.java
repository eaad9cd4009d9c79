package io.tidemark.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The default rule over the stories of the sample, ten seeds each: applicants, logistic regressions of six months, their AUC on every later
 * month, decisions. Prints retrains and restores, and how late the story was acted on, by size of a month, label lag and price.
 */
@Tag("calibration")
class StoryDecisionsCalibrationTest {
    private static final int SEEDS = 10;
    private static final int[] SIZES = {2_000, 8_000};
    private static final int[] LAGS = {0, 3};
    private static final double[] COSTS = {0.005, 0.02, 0.1};
    private static final List<String> STORIES =
            List.of("none", "new_clientele", "base_rate", "behaviour_break", "behaviour_spell");

    /** Where the rule is held to what it promises: months that are large enough for gaps to be told from chance, a low price. */
    private static final int ENOUGH = 8_000;

    private static final double LOW_COST = 0.02;

    private static final Map<String, List<StoryDecisions>> DECISIONS = new LinkedHashMap<>();

    @BeforeAll
    static void decide() {
        System.out.printf(
                Locale.ROOT,
                "%-16s %6s %4s %6s %12s %12s %8s %12s %8s%n",
                "story",
                "month",
                "lag",
                "cost",
                "retrains/18",
                "restores",
                "acted",
                "in lag + 2",
                "delay");
        for (int size : SIZES) {
            for (String story : STORIES) {
                List<StoryDecisions> ofSeeds = LongStream.rangeClosed(1, SEEDS)
                        .mapToObj(seed -> StoryDecisions.of(ShiftChoice.of(List.of(story)), seed, size))
                        .toList();
                DECISIONS.put(story + size, ofSeeds);
                for (int labelLag : LAGS) {
                    for (double cost : COSTS) {
                        print(story, size, labelLag, cost, ofSeeds);
                    }
                }
            }
        }
    }

    private static void print(String story, int size, int labelLag, double cost, List<StoryDecisions> ofSeeds) {
        int[] delays = ofSeeds.stream()
                .flatMapToInt(decisions -> decisions.delay(labelLag, cost).stream())
                .toArray();
        long inTime =
                Arrays.stream(delays).filter(delay -> delay <= labelLag + 2).count();
        System.out.printf(
                Locale.ROOT,
                "%-16s %6d %4d %6.3f %12.2f %12.2f %8d %12d %8s%n",
                story,
                size,
                labelLag,
                cost,
                retrains(ofSeeds, labelLag, cost),
                ofSeeds.stream()
                        .mapToInt(decisions ->
                                decisions.replay(labelLag, cost).restores().size())
                        .average()
                        .orElseThrow(),
                delays.length,
                inTime,
                delays.length == 0
                        ? "-"
                        : String.format(
                                Locale.ROOT,
                                "%.1f",
                                Arrays.stream(delays).average().orElseThrow()));
    }

    private static double retrains(List<StoryDecisions> ofSeeds, int labelLag, double cost) {
        return ofSeeds.stream()
                .mapToDouble(decisions -> decisions.retrains(labelLag, cost))
                .average()
                .orElseThrow();
    }

    @Test
    void nothingIsDoneWhereNothingWouldBeGained() {
        for (String story : List.of("none", "new_clientele", "base_rate")) {
            for (int labelLag : LAGS) {
                assertTrue(retrains(DECISIONS.get(story + ENOUGH), labelLag, LOW_COST) <= 0.02, story + labelLag);
            }
        }
    }

    @Test
    void aBreakIsActedOnWithinTwoCohortsOfItsOutcomesInEverySeed() {
        for (StoryDecisions decisions : DECISIONS.get("behaviour_break" + ENOUGH)) {
            for (int labelLag : LAGS) {
                assertTrue(decisions.delay(labelLag, LOW_COST).orElseThrow() <= labelLag + 2);
            }
        }
    }

    @Test
    void theChampionComesBackAfterASpellInEverySeed() {
        for (int labelLag : LAGS) {
            int lag = labelLag;
            assertEquals(
                    SEEDS,
                    DECISIONS.get("behaviour_spell" + ENOUGH).stream()
                            .filter(decisions -> decisions.restoresAfterTheSpell(lag, LOW_COST))
                            .count());
        }
    }
}
