package io.tidemark.backtest;

/**
 * What acting costs, in units of loss times cohorts: the money it takes, divided by what a unit of loss costs in one cohort.
 *
 * @param retrain c, above 0: building, validating and deploying a new model
 * @param restore c<sub>r</sub>, above 0: putting an earlier champion back
 */
public record Prices(double retrain, double restore) {
    private static final double SHARE_OF_A_RETRAIN = 0.1;

    public Prices {
        if (!(retrain > 0 && restore > 0 && Double.isFinite(retrain) && Double.isFinite(restore))) {
            throw new IllegalArgumentException("prices must be above 0: " + retrain + ", " + restore);
        }
    }

    /** A restore at a tenth of the price of a retrain. */
    public static Prices ofRetrain(double retrain) {
        return new Prices(retrain, SHARE_OF_A_RETRAIN * retrain);
    }

    /** Refitting the champion's intercept and slope: a tenth of a retrain. */
    public double recalibrate() {
        return SHARE_OF_A_RETRAIN * retrain;
    }

    /** Both, multiplied by a factor above 0. */
    public Prices times(double factor) {
        return new Prices(factor * retrain, factor * restore);
    }
}
