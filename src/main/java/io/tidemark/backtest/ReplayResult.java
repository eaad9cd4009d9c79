package io.tidemark.backtest;

import java.util.List;

/**
 * What became of a policy.
 *
 * @param policy its name
 * @param total losses of the models in use over all cohorts served, and the prices of all it did
 * @param retrains the cohorts after which it retrained, ascending
 * @param restores the cohorts after which it restored, ascending
 */
public record ReplayResult(String policy, double total, List<Integer> retrains, List<Integer> restores) {
    public ReplayResult {
        retrains = List.copyOf(retrains);
        restores = List.copyOf(restores);
    }
}
