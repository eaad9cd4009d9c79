package io.tidemark.policy;

import io.tidemark.backtest.Backtest;
import java.util.List;

/**
 * What a rule would have cost on this history so far, had it known at every date only what was known then.
 *
 * @param overOracle its total over that of the best hindsight, minus 1
 * @param actions how often it would have retrained, restored or recalibrated
 */
public record ReplayedRule(String policy, double overOracle, int actions) {
    public ReplayedRule {
        if (!Double.isFinite(overOracle)) {
            throw new IllegalArgumentException(policy + " costs " + overOracle + " over the oracle");
        }
    }

    /** All rules of a replay, in its order. */
    public static List<ReplayedRule> of(Backtest backtest) {
        return backtest.results().stream()
                .map(result -> new ReplayedRule(result.policy(), backtest.overOracle(result), result.actions()))
                .toList();
    }
}
