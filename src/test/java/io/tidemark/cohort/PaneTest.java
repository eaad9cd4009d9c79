package io.tidemark.cohort;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaneTest {
    @ParameterizedTest
    @ValueSource(strings = {"0001-01-01", "1969-12-31", "1970-01-01", "2024-02-29", "9999-12-31"})
    void theCodeNamesThePane(String day) {
        Pane pane = new Pane(LocalDate.parse(day));
        assertEquals(pane, Pane.ofCode(pane.code()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0001-01-01", "1969-12-31", "2024-02-29"})
    void panesAreOrderedByTimeAndSoAreTheirCodes(String day) {
        Pane pane = new Pane(LocalDate.parse(day));
        Pane next = new Pane(LocalDate.parse(day).plusDays(1));
        assertTrue(pane.compareTo(next) < 0);
        assertTrue(pane.code() < next.code());
    }
}
