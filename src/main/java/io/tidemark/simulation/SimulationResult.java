package io.tidemark.simulation;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What came of a simulation.
 *
 * @param outcomes by planted size and rule
 * @param evidence Tidemark's p-values by planted size, ascending: of quiet features where nothing is planted, else of shifted ones
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record SimulationResult(
        SimulationPlan plan, Map<Double, Map<String, Outcome>> outcomes, Map<Double, double[]> evidence) {
    private static final double COHORTS_OF_A_YEAR = 12;

    /** The rules, Tidemark's first. */
    public List<String> rules() {
        return List.copyOf(outcomes.get(Simulation.NOTHING).keySet());
    }

    private Outcome outcome(double size, String rule) {
        return outcomes.get(size).get(rule);
    }

    /** Alarms of features in a year of twelve cohorts, with nothing planted. */
    public double falseAlarmsPerYear(String rule) {
        return outcome(Simulation.NOTHING, rule).falseAlarmRate() * plan.features() * COHORTS_OF_A_YEAR;
    }

    /** Cohorts of a year in which any feature raises an alarm, with nothing planted. */
    public double noisyCohortsPerYear(String rule) {
        double cohorts = (double) plan.replays() * plan.cohorts();
        return outcome(Simulation.NOTHING, rule).noisyCohorts() / cohorts * COHORTS_OF_A_YEAR;
    }

    /** The share of features and cohorts with a shift of a size in which a rule raises an alarm, 0..1. */
    public double power(String rule, double size) {
        return outcome(size, rule).power();
    }

    /** The share of shifts of a size that a rule finds within three cohorts, 0..1. */
    public double foundInThree(String rule, double size) {
        return outcome(size, rule).foundInThree();
    }

    /**
     * The power that Tidemark's p-value would have at the false-alarm rate of another rule: whatever is less likely than the same share of quiet
     * features would be an alarm.
     */
    public double powerAtTheRateOf(String rule, double size) {
        double[] quiet = evidence.get(Simulation.NOTHING);
        double[] shifted = evidence.get(size);
        int alarms = (int) Math.floor(outcome(Simulation.NOTHING, rule).falseAlarmRate() * quiet.length);
        double threshold = alarms >= quiet.length ? Double.POSITIVE_INFINITY : quiet[alarms];
        long below = Arrays.stream(shifted).filter(p -> p < threshold).count();
        return (double) below / shifted.length;
    }
}
