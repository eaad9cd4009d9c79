package io.tidemark.simulation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.profile.Profile;
import io.tidemark.shift.Judge;
import io.tidemark.shift.JudgedShift;
import io.tidemark.shift.Severity;
import io.tidemark.shift.Thresholds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;

/** Small simulations, in seconds; the large ones are CalibrationTest's. */
class SimulationTest {
    private static final List<Double> SIZES = List.of(0.05, 0.2, 0.4);

    private static SimulationResult run(long applicants, int replays) {
        return Simulation.run(new SimulationPlan(applicants, 20, 24, 6, replays, SIZES, 5), doing -> {});
    }

    @Test
    void withNothingPlantedTidemarkIsQuietAndATestByItselfIsNot() {
        SimulationResult result = run(1_000, 4);
        assertTrue(result.falseAlarmsPerYear("Tidemark") <= 1, result.toString());
        // One in twenty of 20 features in 12 months would be 12; the law of KS over few values is conservative.
        double byTest = result.falseAlarmsPerYear("KS p < 0.05");
        assertTrue(byTest > 4 && byTest < 18, "KS: " + byTest);
        assertEquals(0, result.falseAlarmsPerYear("PSI > 0.25"));
    }

    @Test
    void largeShiftsAreSeenAndSmallOnesAreNegligible() {
        SimulationResult result = run(5_000, 2);
        assertTrue(result.power("Tidemark", 0.4) > 0.9);
        assertTrue(result.power("Tidemark", 0.05) < 0.05);
        assertEquals(1, result.foundInThree("PSI > 0.25", 0.4));
        assertEquals(1, result.powerAtTheRateOf("PSI > 0.1", 0.05));
    }

    @Test
    void theSameSeedGivesTheSameFigures() {
        SimulationResult once = run(300, 2);
        SimulationResult again = run(300, 2);
        assertEquals(once.outcomes(), again.outcomes());
        once.evidence()
                .forEach((size, values) ->
                        assertArrayEquals(values, again.evidence().get(size)));
    }

    @Test
    void everyReplayIsAHistoryOfItsOwn() {
        double[] evidence = run(1_000, 3).evidence().get(Simulation.NOTHING);
        long different = Arrays.stream(evidence).distinct().count();
        assertTrue(different > 0.9 * evidence.length, different + " of " + evidence.length);
    }

    @Test
    void aTinyShiftOfHugeCohortsIsSignificantAndNegligible() {
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(17);
        for (Shape shape : Shape.all()) {
            List<Profile> reference = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                reference.add(shape.draw(100_000, random));
            }
            List<Profile> cohort = List.of(shape.shiftedBy(0.01).draw(100_000, random));
            History history = History.of(shape.feature(0), reference, cohort, true);
            JudgedShift judged =
                    new Judge(Thresholds.CONVENTION).grade(history.shifts()).get(0);
            assertEquals(0.01, judged.shift().psi().orElseThrow(), 0.004);
            assertEquals(Severity.NEGLIGIBLE, judged.severity());
            assertTrue(judged.qValue() < 1e-6);
        }
    }

    @Test
    void aShiftHasTheSizeThatWasAskedFor() {
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(23);
        for (double size : new double[] {0.05, 0.1, 0.4}) {
            for (Shape shape : Shape.all()) {
                List<Profile> reference = List.of(shape.draw(2_000_000, random));
                List<Profile> cohort = List.of(shape.shiftedBy(size).draw(2_000_000, random));
                History history = History.of(shape.feature(0), reference, cohort, true);
                double psi = history.shifts().get(0).psi().orElseThrow();
                assertEquals(size, psi, 0.15 * size);
            }
        }
    }

    @Test
    void anAlarmOfHalfOfTheFeaturesNeedsHalfOfThem() {
        boolean[][] raised = {{true, true, false}, {true, false, false}, {false, false, true}, {false, false, true}};
        Contender fixed = new Contender() {
            @Override
            public String name() {
                return "fixed";
            }

            @Override
            public boolean[][] alarms(List<History> features) {
                return new boolean[][] {raised[0].clone(), raised[1].clone(), raised[2].clone(), raised[3].clone()};
            }
        };
        boolean[][] expected = {{true, false, false}, {true, false, false}, {false, false, true}, {false, false, true}};
        assertArrayEquals(expected, new HalfOfFeatures(fixed).alarms(List.of()));
    }

    @Test
    void outcomesCountPairsCohortsAndShifts() {
        Outcome outcome = Outcome.of(
                new boolean[][] {{false, true, false, true}, {false, false, false, true}, {true, false, false, false}},
                new boolean[] {false, true, true});
        assertEquals(new Outcome(4, 2, 2, 8, 2, 2, 1), outcome);
        assertEquals(0.5, outcome.falseAlarmRate());
        assertEquals(0.25, outcome.power());
        assertEquals(0.5, outcome.foundInThree());
    }
}
