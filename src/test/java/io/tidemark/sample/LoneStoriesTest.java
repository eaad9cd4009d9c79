package io.tidemark.sample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each story that is planted alone, over ten seeds, beside the history of the same applicants in which nothing happens. */
class LoneStoriesTest {
    private static final int APPLICANTS = 2_000;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 10);
    }

    private static StoryHistory quiet(long seed) {
        return StoryHistory.of(ShiftChoice.NONE, seed, APPLICANTS);
    }

    private static StoryHistory with(String story, long seed) {
        return StoryHistory.of(ShiftChoice.of(List.of(story)), seed, APPLICANTS);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whereNothingHappensAModelDoesNotAge(long seed) {
        StoryHistory history = quiet(seed);
        assertEquals(1, history.badRate(12, 23) / history.badRate(0, 11), 0.12);
        assertEquals(history.auc("pd_score", 0, 11), history.auc("pd_score", 12, 23), 0.035);
        assertEquals(history.auc("pd_score", 12, 23), history.auc("pd_new", 12, 23), 0.015);
        assertEquals(0, gainOfANewModel(history), 0.012);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anotherClienteleIsJudgedAsWellAsTheOneBefore(long seed) {
        StoryHistory quiet = quiet(seed);
        StoryHistory story = with("new_clientele", seed);
        assertSameUntil(12, quiet, story);
        assertSameRows(12, 23, quiet, story, Set.of("utilisation", "pd_score", "pd_new", "defaulted"), "channel");
        assertTrue(psi("utilisation", story) > 0.25);
        assertTrue(psi("channel", story) > 0.1);
        double worse = story.mean("pd_score", 12, 23) / quiet.mean("pd_score", 12, 23);
        assertEquals(1.1, worse, 0.03);
        assertEquals(worse, story.badRate(12, 23) / quiet.badRate(12, 23), 0.06);
        assertEquals(quiet.auc("pd_score", 12, 23), story.auc("pd_score", 12, 23), 0.015);
        assertEquals(0, gainOfANewModel(story), 0.012);
    }

    /** Applicants who come online now and did not are others in all that is drawn later, but of the same kind. */
    @Test
    void noOtherColumnOfAnotherClienteleMoves() {
        StoryHistory story = with("new_clientele", 1);
        List<String> steady = PlantedShifts.steadyColumns(plan("new_clientele", 1));
        for (String column : steady) {
            assertTrue(samples(column, story).pValue() > 0.001 / steady.size(), column);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void behaviourThatBreaksIsLearntByANewModelOnly(long seed) {
        StoryHistory quiet = quiet(seed);
        StoryHistory story = with("behaviour_break", seed);
        assertSameUntil(12, quiet, story);
        assertSameRows(12, 23, quiet, story, Set.of("pd_new", "defaulted"));
        assertEquals(1, story.badRate(12, 23) / quiet.badRate(12, 23), 0.08);
        assertEquals(
                Behaviour.AUC_FALL, quiet.auc("pd_score", 12, 23) - story.auc("pd_score", 12, 23), 0.02, "AUC's fall");
        assertTrue(gainOfANewModel(story) > 0.04, "gain " + gainOfANewModel(story));
        assertEquals(
                quiet.auc(quiet.fitted(17), 18, 23),
                story.auc(story.fitted(17), 18, 23),
                0.035,
                "AUC that is regained");
        assertTrue(story.auc("pd_new", 12, 23) > story.auc("pd_score", 12, 23) + 0.03);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aSpellLeavesNothingBehind(long seed) {
        StoryHistory quiet = quiet(seed);
        StoryHistory story = with("behaviour_spell", seed);
        StoryHistory lasting = with("behaviour_break", seed);
        assertSameUntil(12, quiet, story);
        assertSameRows(12, 17, lasting, story, Set.of());
        assertSameRows(18, 23, quiet, story, Set.of());
        LogisticFit before = story.fitted(11);
        LogisticFit during = story.fitted(17);
        assertTrue(story.auc(before, 18, 23) > story.auc(during, 18, 23) + 0.03);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void worseTimesDoubleTheBadRateAndLeaveTheRanking(long seed) {
        StoryHistory quiet = quiet(seed);
        StoryHistory story = with("base_rate", seed);
        assertSameUntil(12, quiet, story);
        assertSameRows(12, 23, quiet, story, Set.of("pd_new", "defaulted"));
        assertEquals(2, story.badRate(12, 23) / quiet.badRate(12, 23), 0.12);
        assertEquals(quiet.auc("pd_score", 12, 23), story.auc("pd_score", 12, 23), 0.025);
        assertEquals(0, gainOfANewModel(story), 0.012);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void unmendedIncomeIsADefectOfTheDataAlone(long seed) {
        StoryHistory quiet = quiet(seed);
        StoryHistory story = with("income_unmended", seed);
        assertSameUntil(12, quiet, story);
        assertSameRows(12, 23, quiet, story, Set.of("income", "pd_score"));
        for (int month = 12; month < StoryHistory.MONTHS; month++) {
            List<Object[]> right = quiet.rows(month, month);
            List<Object[]> wrong = story.rows(month, month);
            for (int index = 0; index < right.size(); index += 10) {
                if (SampleTable.value(right.get(index), "income") != null) {
                    assertEquals(
                            SampleTable.number(right.get(index), "income") / 1000,
                            SampleTable.number(wrong.get(index), "income"),
                            0.005001);
                }
            }
        }
        assertTrue(story.mean("pd_score", 12, 23) > 1.4 * quiet.mean("pd_score", 12, 23));
    }

    /** AUC of a model trained on months 12 to 17 beyond that of one trained on months 6 to 11, on the months after both. */
    private static double gainOfANewModel(StoryHistory history) {
        return history.auc(history.fitted(17), 18, 23) - history.auc(history.fitted(11), 18, 23);
    }

    private static SamplePlan plan(String story, long seed) {
        return StoryHistory.plan(ShiftChoice.of(List.of(story)), seed, APPLICANTS);
    }

    private static TwoSamples samples(String column, StoryHistory history) {
        return TwoSamples.of(column, history.rows(0, 11), history.rows(12, 23));
    }

    private static double psi(String column, StoryHistory history) {
        return samples(column, history).psi();
    }

    private static void assertSameUntil(int month, StoryHistory quiet, StoryHistory story) {
        assertSameRows(0, month - 1, quiet, story, Set.of());
    }

    /** The same rows but for some columns; only those rows that agree in the columns {@code alike}. */
    private static void assertSameRows(
            int firstMonth, int lastMonth, StoryHistory one, StoryHistory other, Set<String> but, String... alike) {
        List<Object[]> rows = one.rows(firstMonth, lastMonth);
        List<Object[]> others = other.rows(firstMonth, lastMonth);
        assertEquals(rows.size(), others.size());
        for (int index = 0; index < rows.size(); index++) {
            if (List.of(alike).stream().allMatch(agrees(rows.get(index), others.get(index)))) {
                assertArrayEquals(without(but, rows.get(index)), without(but, others.get(index)));
            }
        }
    }

    private static Predicate<String> agrees(Object[] row, Object[] other) {
        return column -> SampleTable.value(row, column).equals(SampleTable.value(other, column));
    }

    private static Object[] without(Set<String> columns, Object[] row) {
        Object[] rest = row.clone();
        columns.forEach(column -> rest[SampleTable.place(column)] = null);
        return rest;
    }
}
