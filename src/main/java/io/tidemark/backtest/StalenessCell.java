package io.tidemark.backtest;

/**
 * How one model did on one later cohort.
 *
 * @param model the last cohort that the model was trained on, 0 or more
 * @param cohort the cohort that it was tried on, later than {@code model}
 * @param loss its loss there, finite
 * @param auc its area under the ROC curve there, 0…1
 * @param gapStandardError standard error of e(model, cohort), the loss beyond that of the model trained through the cohort before, on the same
 *     applicants; 0 or more, and 0 where the model is that one
 */
public record StalenessCell(int model, int cohort, double loss, double auc, double gapStandardError) {
    public StalenessCell {
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

    private static void require(boolean holds, String what, Number value, String complaint) {
        if (!holds) {
            throw new IllegalArgumentException(what + ", " + value + ", is " + complaint);
        }
    }
}
