package io.tidemark.backtest;

/**
 * Never retrains, and refits the champion's level on a schedule: as soon as that can be done, and then when t − r − L ≥ k.
 *
 * @param cohorts k, 1 or more
 */
public record RecalibrateEveryK(int cohorts) implements RetrainingPolicy {
    public RecalibrateEveryK {
        if (cohorts < 1) {
            throw new IllegalArgumentException("a schedule of every " + cohorts + " cohorts");
        }
    }

    @Override
    public String name() {
        return "recalibrate" + cohorts;
    }

    @Override
    public Decision decide(Situation situation) {
        boolean isDue = situation.recalibrated().isEmpty()
                || situation.newestMature() - situation.recalibrated().getAsInt() >= cohorts;
        return isDue && situation.canRecalibrate() ? Decision.RECALIBRATE : Decision.KEEP;
    }
}
