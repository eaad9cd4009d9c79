package io.tidemark.backtest;

import java.util.OptionalInt;

/**
 * One cohort of a replay.
 *
 * @param cohort t
 * @param model that served it, by the last cohort that it was trained on
 * @param recalibrated the newer of the two cohorts that its level had been refitted on; empty where it served as trained
 * @param loss what it lost there
 * @param decision what was decided after it
 * @param price what that cost; 0 for keeping
 */
public record ReplayStep(
        int cohort, int model, OptionalInt recalibrated, double loss, Decision decision, double price) {
    /** What was lost, and what was paid. */
    public double cost() {
        return loss + price;
    }

    /** How old the model was: cohorts since the last that it was trained on, 1 or more. */
    public int age() {
        return cohort - model;
    }
}
