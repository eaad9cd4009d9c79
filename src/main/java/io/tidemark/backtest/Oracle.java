package io.tidemark.backtest;

import java.util.ArrayList;
import java.util.List;

/**
 * The least total that retraining could have led to, by dynamic programming with everything known. It may retrain but neither restore nor
 * recalibrate, so that a policy that does can be cheaper.
 *
 * <p>V(t, i) = M(i, t) + min(V(t + 1, i), c + V(t + 1, t − L)), from the last cohort backwards; where both are equal it keeps.
 */
public final class Oracle {
    public static final String NAME = "oracle";

    private Oracle() {}

    /** What the best hindsight would have done. */
    public static ReplayResult of(Replay replay) {
        return follow(replay, costsToCome(replay));
    }

    /** V by cohort and model, counted from the first of each. */
    private static double[][] costsToCome(Replay replay) {
        StalenessMatrix matrix = replay.matrix();
        int cohorts = replay.lastServed() - replay.firstServed() + 1;
        double[][] costs = new double[cohorts + 1][];
        costs[cohorts] = new double[cohorts + 1];
        for (int step = cohorts - 1; step >= 0; step--) {
            costs[step] = new double[step + 1];
            for (int model = 0; model <= step; model++) {
                double served = matrix.loss(matrix.firstModel() + model, replay.firstServed() + step);
                boolean last = step == cohorts - 1;
                double renewed =
                        last ? Double.POSITIVE_INFINITY : replay.prices().retrain() + costs[step + 1][step + 1];
                costs[step][model] = served + Math.min(costs[step + 1][model], renewed);
            }
        }
        return costs;
    }

    private static ReplayResult follow(Replay replay, double[][] costs) {
        List<Integer> retrains = new ArrayList<>();
        int model = 0;
        for (int step = 0; step < costs.length - 2; step++) {
            if (replay.prices().retrain() + costs[step + 1][step + 1] < costs[step + 1][model]) {
                model = step + 1;
                retrains.add(replay.firstServed() + step);
            }
        }
        return new ReplayResult(NAME, costs[0][0], retrains, List.of(), List.of());
    }
}
