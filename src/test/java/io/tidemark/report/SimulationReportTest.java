package io.tidemark.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.Said;
import org.junit.jupiter.api.Test;

class SimulationReportTest {
    @Test
    void everyRuleHasALineWithItsFalseAlarmsAndWhatItSees() {
        Said said =
                Said.by("simulate", "--applicants=2000", "--features=5", "--cohorts=6", "--replays=1", "--planted=0.4");
        assertEquals(0, said.code(), said.err());
        assertTrue(said.out().startsWith("2,000 applicants a cohort, 5 features, 6 cohorts after a reference of 6"));
        assertTrue(said.out().contains("Tidemark                        0.00    0.00    1.00  1.00"), said.out());
        assertTrue(said.out().contains("PSI > 0.25                      0.00    0.00    1.00  1.00"), said.out());
        assertTrue(said.out().contains("NannyML"));
        assertTrue(said.err().contains("nothing planted"), said.err());
    }

    @Test
    void whatCannotBeSimulatedIsToldAtOnce() {
        Said said = Said.by("simulate", "--applicants=5", "--planted=none,3");
        assertEquals(2, said.code());
        assertTrue(said.err().contains("--applicants '5' is too small"), said.err());
        assertTrue(said.err().contains("--planted 'none' is not a number"), said.err());
        assertTrue(said.err().contains("--planted '3' is not above 0 and at most 2"), said.err());
    }
}
