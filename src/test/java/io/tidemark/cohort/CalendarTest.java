package io.tidemark.cohort;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.cohort.Reference.FixedWindow;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class CalendarTest {
    /** A window that begins and ends inside quarters. */
    private static final FixedWindow ODD = new FixedWindow(Window.parse("2007-06-01..2008-12-30"));

    private static final Calendar QUARTERS = new Calendar(Granularity.QUARTER, List.of(ODD), List.of());

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private static Pane pane(String start) {
        return new Pane(day(start));
    }

    @Test
    void aWindowCutsACohortIntoPanes() {
        assertEquals(pane("2007-04-01"), QUARTERS.paneOf(day("2007-05-31")));
        assertEquals(pane("2007-06-01"), QUARTERS.paneOf(day("2007-06-01")));
        assertEquals(pane("2008-10-01"), QUARTERS.paneOf(day("2008-12-30")));
        assertEquals(pane("2008-12-31"), QUARTERS.paneOf(day("2008-12-31")));
        assertTrue(QUARTERS.isCut(QUARTERS.cohortOf(day("2007-04-01"))));
        assertFalse(QUARTERS.isCut(QUARTERS.cohortOf(day("2007-07-01"))));
    }

    @Test
    void theDaysOfAPaneEndWhereTheNextOneBegins() {
        assertEquals(Window.parse("2007-04-01..2007-05-31"), QUARTERS.daysOf(pane("2007-04-01")));
        assertEquals(Window.parse("2007-06-01..2007-06-30"), QUARTERS.daysOf(pane("2007-06-01")));
        assertEquals(Window.parse("2008-12-31..2008-12-31"), QUARTERS.daysOf(pane("2008-12-31")));
    }

    @Test
    void aPaneBelongsToAWindowOrDoesNotAsAWhole() {
        for (LocalDate day = day("2007-01-01"); day.getYear() < 2010; day = day.plusDays(1)) {
            assertEquals(ODD.span().contains(day), QUARTERS.belongs(QUARTERS.paneOf(day), ODD), day.toString());
        }
    }

    @Test
    void severalWindowsCutTheSameCohortSeveralTimes() {
        Calendar months = new Calendar(
                Granularity.MONTH,
                List.of(Reference.parse("2024-01-10..2024-03-31"), Reference.parse("2024-01-20..2024-02-15")),
                List.of());
        Set<Pane> panes = new TreeSet<>();
        for (LocalDate day = day("2024-01-01"); day.getMonthValue() == 1; day = day.plusDays(1)) {
            panes.add(months.paneOf(day));
        }
        assertEquals(Set.of(pane("2024-01-01"), pane("2024-01-10"), pane("2024-01-20")), panes);
    }

    @Test
    void aCohortThatSharesADayWithAWindowIsPartOfIt() {
        assertFalse(QUARTERS.isWithin(QUARTERS.cohortOf(day("2007-03-31")), ODD));
        assertTrue(QUARTERS.isWithin(QUARTERS.cohortOf(day("2007-04-01")), ODD));
        assertTrue(QUARTERS.isWithin(QUARTERS.cohortOf(day("2008-12-31")), ODD));
        assertFalse(QUARTERS.isWithin(QUARTERS.cohortOf(day("2009-01-01")), ODD));
    }

    @Test
    void anotherTableTakesNoDayAway() {
        Reference table = Reference.parse("table:training");
        Calendar calendar = new Calendar(Granularity.MONTH, List.of(table), List.of());
        assertEquals(pane("2007-06-01"), calendar.paneOf(day("2007-06-17")));
        assertFalse(calendar.isWithin(calendar.cohortOf(day("2007-06-17")), table));
    }

    @Test
    void daysUnderQuarantineBelongToNoWindow() {
        Calendar months =
                new Calendar(Granularity.MONTH, List.of(ODD), List.of(Window.parse("2007-09-10..2007-10-31")));
        assertTrue(months.belongs(months.paneOf(day("2007-09-09")), ODD));
        assertFalse(months.belongs(months.paneOf(day("2007-09-10")), ODD));
        assertFalse(months.belongs(months.paneOf(day("2007-10-31")), ODD));
        assertTrue(months.belongs(months.paneOf(day("2007-11-01")), ODD));
        assertTrue(months.isQuarantined(months.cohortOf(day("2007-09-01"))));
        assertFalse(months.isQuarantined(months.cohortOf(day("2007-11-01"))));
    }
}
