package io.tidemark.cohort;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.cohort.Pane.Part;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PaneTest {
    @Test
    void theCodeNamesThePaneAlsoBefore1970() {
        Set<Long> codes = new HashSet<>();
        LocalDate last = LocalDate.of(1970, 2, 1);
        for (LocalDate day = LocalDate.of(1969, 11, 1); day.isBefore(last); day = day.plusDays(1)) {
            for (Part part : Part.values()) {
                Pane pane = new Pane(day, part);
                assertEquals(pane, Pane.ofCode(pane.code()));
                assertTrue(codes.add(pane.code()), "two panes share the code " + pane.code());
            }
        }
    }

    @Test
    void farDatesKeepTheirCodesToo() {
        for (LocalDate day : new LocalDate[] {LocalDate.of(1, 1, 1), LocalDate.of(9999, 12, 31), LocalDate.MAX}) {
            for (Part part : Part.values()) {
                assertEquals(new Pane(day, part), Pane.ofCode(new Pane(day, part).code()));
            }
        }
    }

    @Test
    void panesAreOrderedByTimeAndThenByPart() {
        LocalDate day = LocalDate.of(1969, 12, 31);
        Pane outside = new Pane(day, Part.OUTSIDE_REFERENCE);
        Pane inside = new Pane(day, Part.IN_REFERENCE);
        Pane nextDay = new Pane(day.plusDays(1), Part.OUTSIDE_REFERENCE);
        assertTrue(outside.compareTo(inside) < 0);
        assertTrue(inside.compareTo(nextDay) < 0);
    }
}
