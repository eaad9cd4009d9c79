package io.tidemark.cohort;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.tidemark.cohort.Reference.FixedWindow;
import io.tidemark.cohort.Reference.OtherTable;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceTest {
    private static final Window WINDOW = new Window(LocalDate.of(2007, 6, 1), LocalDate.of(2008, 12, 31));

    @ParameterizedTest
    @ValueSource(strings = {"2007-06-01..2008-12-31", " 2007-06-01 .. 2008-12-31 "})
    void twoDatesAreAWindow(String text) {
        Reference reference = Reference.parse(text);
        assertEquals(new FixedWindow(WINDOW), reference);
        assertEquals(DriftType.BASELINE, reference.driftType());
        assertEquals("2007-06-01..2008-12-31", reference.id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"table:lake.training", "table: lake.training "})
    void aTableIsNamedAfterItsMark(String text) {
        Reference reference = Reference.parse(text);
        assertEquals(new OtherTable("lake.training"), reference);
        assertEquals(DriftType.TABLE, reference.driftType());
        assertEquals("table:lake.training", reference.id());
    }

    @Test
    void aPathWithDotsIsATableNotAWindow() {
        assertEquals(new OtherTable("../data/training"), Reference.parse("table:../data/training"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2007-06-01..2008-12-31",
                "table:s3://bucket/training",
                "previous",
                "rolling:6",
                "expanding",
                "seasonal"
            })
    void theIdReadsBackToTheSameReference(String text) {
        assertEquals(
                Reference.parse(text), Reference.parse(Reference.parse(text).id()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                       | is none of FROM..TO, table:SOURCE, previous, rolling:N, expanding, seasonal",
                "2007-06-01               | is none of FROM..TO, table:SOURCE, previous, rolling:N, expanding, seasonal",
                "2007-06-01 to 2008-12-31 | is none of FROM..TO, table:SOURCE, previous, rolling:N, expanding, seasonal",
                "table:                   | names no table",
                "rolling:six              | needs a number of cohorts after rolling:",
                "rolling:1                | needs at least two cohorts; one is called previous",
                "2007-06-01..             | has the date '', which is not a day of the calendar",
                "..2008-12-31             | has the date '', which is not a day of the calendar",
                "2007-06..2008-12-31      | has the date '2007-06', which is not a day of the calendar",
                "2007-02-29..2008-12-31   | has the date '2007-02-29', which is not a day of the calendar",
                "2007-06-01...2008-12-31  | has the date '.2008-12-31', which is not a day of the calendar",
                "01.06.2007..2008-12-31   | has the date '01.06.2007', which is not a day of the calendar",
                "2008-12-31..2007-06-01   | the window ends on 2007-06-01, before it begins on 2008-12-31"
            })
    void whatCannotBeReadIsRefusedInWords(String text, String message) {
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> Reference.parse(text));
        assertEquals(message, refusal.getMessage());
    }
}
