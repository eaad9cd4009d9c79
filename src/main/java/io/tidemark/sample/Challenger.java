package io.tidemark.sample;

/**
 * The score of a model that would follow every change of behaviour at once: the true risk, with an error in its logit. No model fitted on
 * outcomes is as quick, but one fitted anew comes near it once enough of them are known.
 */
final class Challenger {
    static final String COLUMN = "pd_new";

    /** The standard deviation of the error. */
    static final double LOGIT_ERROR = 0.2;

    private Challenger() {}

    static double probability(double risk, RowRandom random) {
        double logit = StrictMath.log(risk / (1 - risk)) + LOGIT_ERROR * random.normal();
        return Math.rint(1e5 / (1 + StrictMath.exp(-logit))) / 1e5;
    }
}
