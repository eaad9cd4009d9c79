package io.tidemark.cohort;

import static io.tidemark.cohort.Granularity.DAY;
import static io.tidemark.cohort.Granularity.MONTH;
import static io.tidemark.cohort.Granularity.QUARTER;
import static io.tidemark.cohort.Granularity.WEEK;
import static io.tidemark.cohort.Granularity.YEAR;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class GranularityTest {
    @ParameterizedTest
    @CsvSource({
        "DAY,     2010-05-19, 2010-05-19, 2010-05-20, 2010-05-19",
        "WEEK,    2010-05-19, 2010-05-17, 2010-05-24, 2010-W20",
        "MONTH,   2010-05-19, 2010-05-01, 2010-06-01, 2010-05",
        "QUARTER, 2010-05-19, 2010-04-01, 2010-07-01, 2010Q2",
        "YEAR,    2010-05-19, 2010-01-01, 2011-01-01, 2010",
        "MONTH,   2012-02-29, 2012-02-01, 2012-03-01, 2012-02",
        "QUARTER, 2010-12-31, 2010-10-01, 2011-01-01, 2010Q4",
        "QUARTER, 2010-01-01, 2010-01-01, 2010-04-01, 2010Q1",
        "YEAR,    2012-12-31, 2012-01-01, 2013-01-01, 2012",
        "MONTH,   1969-12-31, 1969-12-01, 1970-01-01, 1969-12",
        "WEEK,    1969-12-31, 1969-12-29, 1970-01-05, 1970-W01"
    })
    void aDayFallsIntoACohortThatHasAName(
            Granularity granularity, LocalDate day, LocalDate start, LocalDate next, String label) {
        Cohort cohort = Cohort.of(granularity, day);
        assertEquals(start, cohort.start());
        assertEquals(next, cohort.end());
        assertEquals(next, cohort.next().start());
        assertEquals(label, cohort.label());
    }

    /** Dates and weeks of ISO 8601 as {@code date -d … +%G-W%V} writes them. */
    @ParameterizedTest
    @CsvSource({
        "2008-12-29, 2009-W01",
        "2009-12-31, 2009-W53",
        "2010-01-03, 2009-W53",
        "2010-01-04, 2010-W01",
        "2012-01-01, 2011-W52",
        "2020-12-31, 2020-W53",
        "2021-01-03, 2020-W53",
        "2024-12-30, 2025-W01"
    })
    void aWeekBelongsToTheYearOfItsThursday(LocalDate day, String label) {
        assertEquals(label, Cohort.of(WEEK, day).label());
    }

    @ParameterizedTest
    @EnumSource(Granularity.class)
    void everyDayLiesInTheWindowOfItsOwnCohortAndOfNoOther(Granularity granularity) {
        for (LocalDate day = LocalDate.of(1967, 12, 1); day.isBefore(LocalDate.of(1973, 3, 1)); day = day.plusDays(1)) {
            Cohort cohort = Cohort.of(granularity, day);
            assertTrue(cohort.window().contains(day));
            assertEquals(cohort, Cohort.of(granularity, cohort.window().to()));
            assertEquals(cohort.next(), Cohort.of(granularity, cohort.end()));
            assertTrue(cohort.compareTo(cohort.next()) < 0);
        }
    }

    @Test
    void monthsBeyondTheYear9999StillHaveNamesOfTheirOwn() {
        LocalDate may = LocalDate.of(20100, 5, 1);
        assertEquals("20100-05", MONTH.label(may));
        assertEquals("20100-06", MONTH.label(MONTH.next(may)));
    }

    @Test
    void aCohortBeginsWhereItsGranularitySays() {
        LocalDate wednesday = LocalDate.of(2010, 5, 19);
        for (Granularity granularity : List.of(WEEK, MONTH, QUARTER, YEAR)) {
            assertThrows(IllegalArgumentException.class, () -> new Cohort(granularity, wednesday));
        }
        assertEquals(wednesday, new Cohort(DAY, wednesday).start());
    }

    @Test
    void idsAndDurationsAreWhatConfigurationAndTablesWrite() {
        assertEquals(List.of("day", "week", "month", "quarter", "year"), Granularity.ids());
        assertEquals("1 quarter", QUARTER.duration());
    }
}
