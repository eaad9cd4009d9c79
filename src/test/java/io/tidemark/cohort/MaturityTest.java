package io.tidemark.cohort;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.tidemark.cohort.Maturity.Ripeness;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MaturityTest {
    private static final Cohort MARCH = Cohort.of(Granularity.MONTH, LocalDate.parse("2024-03-01"));

    @ParameterizedTest
    @CsvSource({
        "12m, 2025-03-30, PARTLY_MATURE",
        "12m, 2025-03-31, MATURE",
        "12m, 2025-03-01, PARTLY_MATURE",
        "12m, 2025-02-28, IMMATURE",
        "1y, 2025-03-31, MATURE",
        "90d, 2024-06-29, MATURE",
        "90d, 2024-06-28, PARTLY_MATURE",
        "2w, 2024-03-14, IMMATURE",
        "none, 2024-03-31, MATURE",
        "column:known_on, 2024-03-31, MATURE"
    })
    void aCohortIsMatureWhenItsLastApplicantsOutcomeIsFinal(String maturity, String asOf, Ripeness ripeness) {
        assertEquals(ripeness, Maturity.parse(maturity).of(MARCH, LocalDate.parse(asOf)));
    }

    /** 2024-01-31 plus one month is 2024-02-29, as is 2024-01-29 plus one month. */
    @Test
    void theLastMatureDayIsTheLastFromWhichTheTimeHasGoneBy() {
        Maturity month = Maturity.parse("1m");
        for (LocalDate asOf = LocalDate.parse("2024-01-01");
                asOf.isBefore(LocalDate.parse("2025-01-01"));
                asOf = asOf.plusDays(1)) {
            LocalDate last = month.lastMatureDay(asOf);
            assertFalse(last.plusMonths(1).isAfter(asOf), "as of " + asOf);
            assertEquals(true, last.plusDays(1).plusMonths(1).isAfter(asOf), "as of " + asOf);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "12m", "90d", "1y", "column:known_on"})
    void itReadsBackAsItIsWritten(String text) {
        assertEquals(text, Maturity.parse(text).text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12", "m", "0m", "-3m", "twelve months", "column:"})
    void anythingElseIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> Maturity.parse(text));
    }
}
