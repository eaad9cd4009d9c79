package io.tidemark.backtest;

import java.util.stream.IntStream;

/**
 * Retrains when the champion's losses on the mature cohorts it served, Σ M(i, j) over j = max(dep + 1, i + 1) … m, exceed a threshold.
 *
 * @param threshold in units of loss times cohorts
 */
record CumulatedLoss(double threshold) implements RetrainingPolicy {
    @Override
    public String name() {
        return "cumulated_loss";
    }

    @Override
    public Decision decide(Situation situation) {
        int champion = situation.champion();
        double sum = IntStream.rangeClosed(Math.max(situation.deployedAfter(), champion) + 1, situation.newestMature())
                .mapToDouble(cohort -> situation.known().loss(champion, cohort))
                .sum();
        return sum > threshold ? Decision.RETRAIN : Decision.KEEP;
    }
}
