package io.tidemark.cohort;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class WindowTest {
    private static final LocalDate FIRST = LocalDate.of(2007, 6, 1);
    private static final LocalDate LAST = LocalDate.of(2008, 12, 31);
    private static final Window WINDOW = new Window(FIRST, LAST);

    @Test
    void bothDaysAreIncluded() {
        assertFalse(WINDOW.contains(FIRST.minusDays(1)));
        assertTrue(WINDOW.contains(FIRST));
        assertTrue(WINDOW.contains(LAST));
        assertFalse(WINDOW.contains(LAST.plusDays(1)));
        assertEquals(LAST.plusDays(1), WINDOW.end());
    }

    @Test
    void windowsThatShareOneDayOverlap() {
        Window before = new Window(FIRST.minusYears(1), FIRST);
        Window after = new Window(LAST, LAST.plusYears(1));
        assertTrue(WINDOW.overlaps(before) && before.overlaps(WINDOW));
        assertTrue(WINDOW.overlaps(after) && after.overlaps(WINDOW));
        assertFalse(before.overlaps(after) || after.overlaps(before));
    }

    @Test
    void windowsThatOnlyTouchDoNotOverlap() {
        Window before = new Window(FIRST.minusYears(1), FIRST.minusDays(1));
        assertFalse(WINDOW.overlaps(before) || before.overlaps(WINDOW));
    }

    @Test
    void aWindowInsideAnotherOverlapsIt() {
        Window day = new Window(LocalDate.of(2008, 1, 1), LocalDate.of(2008, 1, 1));
        assertTrue(WINDOW.overlaps(day) && day.overlaps(WINDOW));
    }

    @Test
    void aWindowDoesNotEndBeforeItBegins() {
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> new Window(LAST, FIRST));
        assertEquals("the window ends on 2007-06-01, before it begins on 2008-12-31", refusal.getMessage());
    }

    @Test
    void aWindowIsWrittenAsConfigurationWritesIt() {
        assertEquals("2007-06-01..2008-12-31", WINDOW.toString());
    }
}
