package io.tidemark.backtest;

/**
 * Retrains on a schedule, when t − dep ≥ k.
 *
 * @param cohorts k, 1 or more
 */
public record EveryK(int cohorts) implements RetrainingPolicy {
    public EveryK {
        if (cohorts < 1) {
            throw new IllegalArgumentException("a schedule of every " + cohorts + " cohorts");
        }
    }

    @Override
    public String name() {
        return "every" + cohorts;
    }

    @Override
    public Decision decide(Situation situation) {
        return situation.now() - situation.deployedAfter() >= cohorts ? Decision.RETRAIN : Decision.KEEP;
    }
}
