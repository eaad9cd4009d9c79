package io.tidemark.policy;

import io.tidemark.cohort.Cohort;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What became of the applicants of one cohort whose outcomes are all known, and how the champion had judged them.
 *
 * @param labelled applicants whose outcome is known, 1 or more
 * @param bads those that went bad
 * @param auc the champion's area under the ROC curve; empty without a score, or without both outcomes
 * @param brier its Brier score; empty where its score is no probability
 * @param calibration empty where its score is no probability
 * @param recalibrationGain by how much the Brier score would have been lower with intercept and slope refitted on cohorts before this one;
 *     empty where that could not be tried
 */
public record CohortOutcomes(
        Cohort cohort,
        long labelled,
        long bads,
        Optional<Estimate> auc,
        OptionalDouble brier,
        Optional<CalibrationFigures> calibration,
        Optional<Estimate> recalibrationGain) {
    public CohortOutcomes {
        Objects.requireNonNull(cohort, "cohort");
        if (labelled < 1 || bads < 0 || bads > labelled) {
            throw new IllegalArgumentException(bads + " bads of " + labelled);
        }
    }
}
