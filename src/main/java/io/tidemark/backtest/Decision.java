package io.tidemark.backtest;

/** What a policy wants after a cohort. */
public sealed interface Decision {
    Decision KEEP = new Keep();
    Decision RETRAIN = new Retrain();
    Decision RECALIBRATE = new Recalibrate();

    /** The champion stays. */
    record Keep() implements Decision {}

    /** A model is trained through the newest mature cohort and serves from the next cohort on. */
    record Retrain() implements Decision {}

    /** The champion's intercept and slope are refitted on the two newest mature cohorts, and serve from the next cohort on. */
    record Recalibrate() implements Decision {}

    /**
     * An earlier champion serves again from the next cohort on.
     *
     * @param model one of the situation's archive, not the champion
     */
    record Restore(int model) implements Decision {}
}
