package io.tidemark.backtest;

import java.util.ArrayList;
import java.util.List;

/**
 * Policies replayed over one history at one price.
 *
 * @param firstServed the first cohort that counts
 * @param lastServed the last cohort that counts
 * @param labelLag L in cohorts
 * @param prices what acting costs
 * @param hasRecalibrated whether it is known of any model what refitting its level does
 * @param oracle the best that retraining could have done in hindsight
 * @param results a result for every policy, in their order
 * @param tuning which policy this history speaks for
 */
public record Backtest(
        int firstServed,
        int lastServed,
        int labelLag,
        Prices prices,
        boolean hasRecalibrated,
        ReplayResult oracle,
        List<ReplayResult> results,
        Tuning tuning) {
    public Backtest {
        results = List.copyOf(results);
    }

    public static Backtest of(Replay replay, List<RetrainingPolicy> policies) {
        List<ReplayResult> results = new ArrayList<>();
        policies.forEach(policy -> results.add(replay.run(policy)));
        return new Backtest(
                replay.firstServed(),
                replay.lastServed(),
                replay.labelLag(),
                replay.prices(),
                replay.matrix().hasRecalibrated(),
                Oracle.of(replay),
                results,
                Tuning.of(replay));
    }

    /** total / oracle − 1; below 0 where a restore or a recalibration did what the oracle may not. */
    public double overOracle(ReplayResult result) {
        return result.total() / oracle.total() - 1;
    }
}
