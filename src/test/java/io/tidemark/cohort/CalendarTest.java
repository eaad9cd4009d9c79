package io.tidemark.cohort;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.cohort.Pane.Part;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class CalendarTest {
    /** A window that begins and ends inside quarters. */
    private static final Calendar QUARTERS =
            new Calendar(Granularity.QUARTER, Reference.parse("2007-06-01..2008-12-30"));

    @Test
    void theReferenceCutsACohortIntoTwoPanes() {
        LocalDate quarter = LocalDate.of(2007, 4, 1);
        assertEquals(new Pane(quarter, Part.OUTSIDE_REFERENCE), QUARTERS.paneOf(LocalDate.of(2007, 5, 31)));
        assertEquals(new Pane(quarter, Part.IN_REFERENCE), QUARTERS.paneOf(LocalDate.of(2007, 6, 1)));
        LocalDate last = LocalDate.of(2008, 10, 1);
        assertEquals(new Pane(last, Part.IN_REFERENCE), QUARTERS.paneOf(LocalDate.of(2008, 12, 30)));
        assertEquals(new Pane(last, Part.OUTSIDE_REFERENCE), QUARTERS.paneOf(LocalDate.of(2008, 12, 31)));
    }

    @Test
    void aCohortThatSharesADayWithTheReferenceIsPartOfIt() {
        assertFalse(QUARTERS.isReference(QUARTERS.cohortOf(LocalDate.of(2007, 3, 31))));
        assertTrue(QUARTERS.isReference(QUARTERS.cohortOf(LocalDate.of(2007, 4, 1))));
        assertTrue(QUARTERS.isReference(QUARTERS.cohortOf(LocalDate.of(2008, 12, 31))));
        assertFalse(QUARTERS.isReference(QUARTERS.cohortOf(LocalDate.of(2009, 1, 1))));
    }

    @Test
    void everyPaneOfACohortInsideTheReferenceIsInsideIt() {
        Calendar months = new Calendar(Granularity.MONTH, Reference.parse("2007-06-01..2008-12-31"));
        for (LocalDate day = LocalDate.of(2007, 6, 1); day.getYear() < 2009; day = day.plusDays(1)) {
            assertEquals(Part.IN_REFERENCE, months.paneOf(day).part());
        }
    }

    @Test
    void anotherTableTakesNoDayAway() {
        Calendar calendar = new Calendar(Granularity.MONTH, Reference.parse("table:training"));
        LocalDate day = LocalDate.of(2007, 6, 1);
        assertEquals(new Pane(day, Part.OUTSIDE_REFERENCE), calendar.paneOf(day));
        assertFalse(calendar.isReference(calendar.cohortOf(day)));
    }
}
