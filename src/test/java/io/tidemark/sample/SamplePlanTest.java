package io.tidemark.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SamplePlanTest {
    @Test
    void usualPlanCoversTwoYears() {
        SamplePlan plan = SamplePlan.of(24_000, 42);
        assertEquals(LocalDate.of(2023, 1, 1), plan.firstDay());
        assertEquals(LocalDate.of(2024, 12, 31), plan.lastDay());
    }

    @ParameterizedTest
    @CsvSource({
        "23, 2023-01, 24, rows must be 24",
        "0, 2023-01, 1, rows must be 1",
        "20000000000, 2023-01, 24, to 10000000000",
        "100, 2023-01, 0, months must be 1 to 120",
        "1000, 2023-01, 121, months must be 1 to 120",
        "1000, 1969-12, 12, 1970 to 2200",
        "1000, , 12, needs a first month"
    })
    void wrongPlanIsRefusedInWords(long rows, YearMonth firstMonth, int months, String words) {
        var refusal = assertThrows(IllegalArgumentException.class, () -> new SamplePlan(rows, 1, firstMonth, months));
        assertTrue(refusal.getMessage().contains(words), refusal.getMessage());
    }
}
