package io.tidemark.backtest;

import java.util.ArrayList;
import java.util.List;

/**
 * What became of a policy.
 *
 * @param policy its name
 * @param total losses of the models in use over all cohorts served, and the prices of all it did
 * @param retrains the cohorts after which it retrained, ascending
 * @param restores the cohorts after which it restored, ascending
 * @param recalibrations the cohorts after which it refitted the champion's level, ascending
 */
public record ReplayResult(
        String policy, double total, List<Integer> retrains, List<Integer> restores, List<Integer> recalibrations) {
    public ReplayResult {
        recalibrations = List.copyOf(recalibrations);
        retrains = List.copyOf(retrains);
        restores = List.copyOf(restores);
    }

    /** What came of steps, in the order of time. */
    static ReplayResult of(String policy, List<ReplayStep> steps) {
        List<Integer> retrains = new ArrayList<>();
        List<Integer> restores = new ArrayList<>();
        List<Integer> recalibrations = new ArrayList<>();
        double total = 0;
        for (ReplayStep step : steps) {
            total += step.loss();
            total += step.price();
            if (step.decision() instanceof Decision.Retrain) {
                retrains.add(step.cohort());
            } else if (step.decision() instanceof Decision.Restore) {
                restores.add(step.cohort());
            } else if (step.decision() instanceof Decision.Recalibrate) {
                recalibrations.add(step.cohort());
            }
        }
        return new ReplayResult(policy, total, retrains, restores, recalibrations);
    }

    /** How often it did anything. */
    public int actions() {
        return retrains.size() + restores.size() + recalibrations.size();
    }
}
