package io.tidemark.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.cohort.Cohort;
import io.tidemark.cohort.Granularity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TrailingWindowsTest {
    private static final LocalDate FIRST = LocalDate.parse("2020-01-01");

    private static Cohort month(int number) {
        return new Cohort(Granularity.MONTH, FIRST.plusMonths(number));
    }

    /** Months of a thousand outcomes, with these many bad ones. */
    private static TrailingWindows windows(int width, long... bads) {
        List<LabelledCohort> cohorts = new ArrayList<>();
        for (long bad : bads) {
            cohorts.add(new LabelledCohort(month(cohorts.size()), 1_000, bad));
        }
        return new TrailingWindows(cohorts, width);
    }

    @Test
    void thereIsAModelThroughEveryCohortFromTheFirstFullWindowOn() {
        TrailingWindows windows = windows(3, 50, 50, 50, 50, 50);
        assertEquals(List.of(month(2), month(3), month(4)), List.copyOf(windows.taking()));
        assertEquals(
                List.of(month(1), month(2), month(3)),
                windows.window(month(3)).stream().map(LabelledCohort::cohort).toList());
        assertEquals(Optional.of(month(3)), windows.freshest(month(4)));
        assertEquals(Optional.empty(), windows.freshest(month(2)));
        assertEquals(
                "it is the cohort number 1, and a model is trained on 3",
                windows.leftOut().get(month(0)));
    }

    @Test
    void aCohortWithTooFewOfAnOutcomeTakesNoPartButIsTrainedOn() {
        TrailingWindows windows = windows(2, 50, 50, 9, 50, 995, 50);
        assertEquals(List.of(month(1), month(3), month(5)), List.copyOf(windows.taking()));
        assertEquals(Optional.of(month(1)), windows.freshest(month(3)));
        assertEquals(
                List.of(month(2), month(3)),
                windows.window(month(3)).stream().map(LabelledCohort::cohort).toList());
        assertEquals(
                "9 of its 1000 outcomes are bad: a sample of at most 20000 needs 10 of either",
                windows.leftOut().get(month(2)));
        assertTrue(windows.leftOut().containsKey(month(4)));
    }

    @Test
    void whatASampleCannotBeExpectedToHoldIsTooFew() {
        LabelledCohort rare = new LabelledCohort(month(0), 1_000_000, 499);
        LabelledCohort lessRare = new LabelledCohort(month(1), 1_000_000, 500);
        assertEquals(List.of(month(1)), List.copyOf(new TrailingWindows(List.of(rare, lessRare), 1).taking()));
    }

    @Test
    void ofALongHistoryTheNewestCohortsAreLookedAt() {
        long[] bads = new long[70];
        java.util.Arrays.fill(bads, 50);
        TrailingWindows windows = windows(5, bads);
        assertEquals(TrailingWindows.MOST_COHORTS, windows.taking().size());
        assertEquals(month(69), windows.taking().last());
        assertEquals(
                "models are judged on the newest 60 cohorts", windows.leftOut().get(month(9)));
    }

    @Test
    void ofEachCohortOfAWindowTheSameShareIsDrawn() {
        TrailingWindows windows = new TrailingWindows(
                List.of(new LabelledCohort(month(0), 1_000, 100), new LabelledCohort(month(1), 3_000, 100)), 2);
        assertEquals(Map.of(month(0), 1_000, month(1), 3_000), windows.drawn(month(1), 4_000));
        assertEquals(Map.of(month(0), 250, month(1), 750), windows.drawn(month(1), 1_000));
    }

    @Test
    void laterCohortsChangeNothingOfWhatEarlierOnesAreTrainedOnAndBesideWhat() {
        TrailingWindows before = windows(2, 50, 50, 9, 50, 50);
        TrailingWindows after = windows(2, 50, 50, 9, 50, 50, 3, 700);
        assertEquals(before.taking(), after.taking().headSet(month(4), true));
        before.taking().forEach(through -> {
            assertEquals(before.window(through), after.window(through));
            assertEquals(before.drawn(through, 500), after.drawn(through, 500));
            assertEquals(before.freshest(through), after.freshest(through));
        });
    }

    @Test
    void cohortsOutOfOrderAreRefused() {
        LabelledCohort one = new LabelledCohort(month(1), 10, 5);
        assertThrows(IllegalArgumentException.class, () -> new TrailingWindows(List.of(one, one), 1));
        assertThrows(IllegalArgumentException.class, () -> windows(0, 50));
        assertThrows(IllegalArgumentException.class, () -> windows(2, 50, 50).window(month(0)));
        assertThrows(IllegalArgumentException.class, () -> new LabelledCohort(month(0), 5, 6));
    }
}
