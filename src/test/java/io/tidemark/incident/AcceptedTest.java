package io.tidemark.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tidemark.cohort.Cohort;
import io.tidemark.cohort.Granularity;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptedTest {
    private static final LocalDate LOOKED_INTO = LocalDate.of(2024, 3, 31);

    private static DataIncident incident(String column, String since) {
        return new DataIncident(
                new Cohort(Granularity.MONTH, LocalDate.of(2024, 6, 1)),
                column,
                IncidentKind.CONSTANT,
                1,
                2,
                new Cohort(Granularity.MONTH, LocalDate.parse(since)),
                column + " has one value only");
    }

    @ParameterizedTest
    @CsvSource({"2024-02-01, true", "2024-03-01, true", "2024-04-01, false"})
    void whatBeganByTheDayIsAcceptedAndWhatBeganLaterIsNot(String since, boolean isAccepted) {
        Accepted accepted = new Accepted(Map.of("income", LOOKED_INTO));
        assertEquals(isAccepted, accepted.marked(incident("income", since)).isAccepted());
    }

    @Test
    void anotherColumnIsAnotherMatter() {
        DataIncident incident = incident("age", "2024-02-01");
        assertEquals(incident, new Accepted(Map.of("income", LOOKED_INTO)).marked(incident));
    }
}
