package io.tidemark.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tidemark.cohort.Cohort;
import io.tidemark.cohort.Granularity;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AcceptedTest {
    private static final Accepted BY_END_OF_MARCH =
            new Accepted(Map.of("income", LocalDate.of(2024, 3, 31), DataIncident.TABLE, LocalDate.of(2024, 3, 15)));

    private static Cohort month(int month) {
        return new Cohort(Granularity.MONTH, LocalDate.of(2024, month, 1));
    }

    /** A tenth of a column missing where a twentieth was expected, and more. */
    private static DataIncident incident(String column, int month, int since, double more) {
        return new DataIncident(
                month(month),
                column,
                IncidentKind.MISSING_JUMP,
                0.05 + more,
                0.05,
                month(since),
                column + " is missing");
    }

    private static List<Boolean> accepted(DataIncident... incidents) {
        return BY_END_OF_MARCH.marked(List.of(incidents)).stream()
                .map(DataIncident::isAccepted)
                .toList();
    }

    @Test
    void whatBeganByTheDayIsAcceptedForAsLongAsItLasts() {
        assertEquals(
                List.of(true, true, true),
                accepted(incident("income", 2, 2, 0.1), incident("income", 3, 2, 0.1), incident("income", 9, 2, 0.14)));
    }

    @Test
    void whatBeginsLaterOrAgainIsAnotherOne() {
        assertEquals(List.of(true, false), accepted(incident("income", 2, 2, 0.1), incident("income", 4, 4, 0.1)));
    }

    @Test
    void soIsWhatBecomesHalfAsLargeAgain() {
        assertEquals(
                List.of(true, false, true),
                accepted(incident("income", 3, 3, 0.1), incident("income", 4, 3, 0.16), incident("income", 5, 3, 0.1)));
    }

    @Test
    void ofACohortThatHasBegunByTheDayTheTableAsAWholeIsAcceptedToo() {
        assertEquals(List.of(true), accepted(incident(DataIncident.TABLE, 3, 3, 0.1)));
    }

    @Test
    void anotherColumnIsAnotherMatter() {
        assertEquals(List.of(false), accepted(incident("age", 2, 2, 0.1)));
    }
}
