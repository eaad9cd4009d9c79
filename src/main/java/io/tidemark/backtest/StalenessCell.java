package io.tidemark.backtest;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How one model did on one later cohort.
 *
 * @param model the last cohort that the model was trained on, 0 or more
 * @param cohort the cohort that it was tried on, later than {@code model}
 * @param loss its loss there, finite
 * @param auc its area under the ROC curve there, 0…1
 * @param gapStandardError standard error of e(model, cohort), the loss beyond that of the model trained through the cohort before, on the same
 *     applicants; 0 or more, and 0 where the model is that one
 * @param recalibrated its loss there had intercept and slope of its logits been refitted on cohorts r − 1 and r, by r from {@code model} + 2 to
 *     {@code cohort} − 1; empty where that is not known, and for 1 − AUC, which it leaves as it is
 */
public record StalenessCell(
        int model,
        int cohort,
        double loss,
        double auc,
        double gapStandardError,
        SortedMap<Integer, Double> recalibrated) {
    public StalenessCell {
        recalibrated = Collections.unmodifiableSortedMap(new TreeMap<>(recalibrated));
        if (!recalibrated.isEmpty()) {
            require(
                    recalibrated.firstKey() > model + 1,
                    "the refit",
                    recalibrated.firstKey(),
                    "not later than the model by two");
            require(
                    recalibrated.lastKey() < cohort,
                    "the refit",
                    recalibrated.lastKey(),
                    "not earlier than the cohort");
        }
        require(model >= 0, "the model", model, "not 0 or more");
        require(cohort > model, "the cohort", cohort, "not later than the model's last, " + model);
        require(Double.isFinite(loss), "the loss", loss, "not finite");
        require(auc >= 0 && auc <= 1, "the AUC", auc, "not between 0 and 1");
        require(
                gapStandardError >= 0 && Double.isFinite(gapStandardError),
                "the gap's standard error",
                gapStandardError,
                "not 0 or more");
    }

    /** One of a model whose level is never refitted. */
    public StalenessCell(int model, int cohort, double loss, double auc, double gapStandardError) {
        this(model, cohort, loss, auc, gapStandardError, new TreeMap<>());
    }

    StalenessCell withLoss(double other) {
        return new StalenessCell(model, cohort, other, auc, gapStandardError, recalibrated);
    }

    private static void require(boolean holds, String what, Number value, String complaint) {
        if (!holds) {
            throw new IllegalArgumentException(what + ", " + value + ", is " + complaint);
        }
    }
}
