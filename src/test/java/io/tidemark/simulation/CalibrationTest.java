package io.tidemark.simulation;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.report.SimulationReport;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rule at full size: false alarms and power over histories of 24 cohorts. Takes minutes; runs in the profile {@code calibration}. */
@Tag("calibration")
class CalibrationTest {
    private static final List<Double> SIZES = List.of(0.01, 0.02, 0.05, 0.1, 0.2, 0.4);
    /** Of a power, where two rules are held against each other over thousands of pairs. */
    private static final double CHANCE = 0.03;

    @ParameterizedTest(name = "{1} features of {0} applicants a cohort, {2} replays")
    @CsvSource({
        "200, 10, 200",
        "500, 200, 20",
        "5000, 200, 20",
        "50000, 200, 20",
        "100000, 10, 40",
    })
    void alarmsAreRareAndShiftsAreSeen(long applicants, int features, int replays) {
        SimulationResult result =
                Simulation.run(new SimulationPlan(applicants, features, 24, 6, replays, SIZES, 1), doing -> {});
        System.out.println(SimulationReport.of(result));
        assertTrue(result.falseAlarmsPerYear("Tidemark") <= 1, "false alarms");
        assertAll(SIZES.stream()
                .flatMap(size -> result.rules().stream()
                        .filter(rule -> !rule.equals("Tidemark"))
                        .map(rule -> () -> {
                            double theirs = result.power(rule, size);
                            double ours = result.powerAtTheRateOf(rule, size);
                            assertTrue(
                                    ours >= theirs - CHANCE,
                                    rule + " sees " + theirs + " of PSI " + size + ", Tidemark at its rate " + ours);
                        })));
    }
}
