package io.tidemark.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.policy.Action;
import io.tidemark.policy.CohortSummary;
import io.tidemark.policy.Finding;
import io.tidemark.policy.Recommendation;
import io.tidemark.policy.Urgency;
import io.tidemark.shift.Made;
import io.tidemark.shift.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SummaryTest {
    private static final RunReport REPORT = report("out/it's", 14);

    private static RunReport report(String output, int months) {
        List<Finding> reasons = IntStream.rangeClosed(1, 8)
                .mapToObj(i -> new Finding(
                        "population_moved",
                        "feature" + i,
                        Made.month(months),
                        0.3,
                        0.25,
                        "feature" + i + " shifted: PSI 0.300, chance alone stays below 0.019; the largest change is in"
                                + " [1234.0, 5678.0)"))
                .toList();
        Recommendation recommendation = new Recommendation(
                LocalDate.of(2025, 2, 28),
                Made.month(months),
                Action.WATCH,
                Urgency.MEDIUM,
                "8 of 12 features shifted in 2025-02; whether that costs the model anything is not known from the"
                        + " applicants alone",
                reasons,
                List.of("4 of 12 features did not move, or by a negligible effect"),
                List.of("the debt exceeds the price of a retrain with a chance of 31 %"),
                List.of("a price of a retrain below 0.0411 (now 0.06)"),
                List.of("outcomes: no label column is named, so nothing is known of defaults"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(LocalDate.of(2025, 3, 31)),
                "shift_only",
                1);
        List<CohortSummary> cohorts = IntStream.rangeClosed(1, months)
                .mapToObj(month -> new CohortSummary(
                        Made.month(month),
                        1_000L + month,
                        Map.of(Severity.MAJOR, 8L, Severity.NONE, 3L, Severity.CANNOT_TELL, 1L),
                        8,
                        month % 3))
                .toList();
        return new RunReport(
                "broker's applicants",
                recommendation,
                26_105,
                12_000,
                cohorts,
                List.of("a classifier tells 2025-02 from the reference with AUC 0.71 (0.69…0.73; chance 0.48…0.52), by"
                        + " feature1, feature2, feature3, …"),
                Map.of(
                        "id",
                        "it looks like an identifier",
                        "row",
                        "it looks like an identifier",
                        "bad",
                        "it is the label"),
                List.of("3 rows without a day were left out"),
                output);
    }

    @Test
    void aRunReadsAsInTheGoldenFile() throws IOException {
        try (InputStream golden = SummaryTest.class.getResourceAsStream("/report/summary.txt")) {
            assertEquals(new String(golden.readAllBytes(), StandardCharsets.UTF_8), Summary.of(REPORT));
        }
    }

    @Test
    void noLineEndsInABlankAndOnlyTheQueryIsWiderThanAHundredColumns() {
        Summary.of(REPORT).lines().forEach(line -> {
            assertEquals(line.stripTrailing(), line);
            assertTrue(line.length() <= 100 || line.startsWith("  next "), line);
        });
    }

    @Test
    void aPathThatAShellWouldTakeApartIsQuoted() {
        assertTrue(Summary.of(report("out/a-b_1.2", 3)).contains("--output out/a-b_1.2 "));
        assertTrue(Summary.of(report("my out", 3)).contains("--output 'my out' "));
    }
}
