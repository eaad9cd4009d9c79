package io.tidemark.spark;

import io.tidemark.cohort.Cohort;
import io.tidemark.cohort.Maturity.Ripeness;
import io.tidemark.cohort.Slice;
import io.tidemark.model.EstimatedPerformance;
import io.tidemark.model.Performance;
import io.tidemark.model.ScoredModel;
import java.io.Serializable;

/**
 * How a model did on a slice of a cohort.
 *
 * @param ripeness how far the outcomes of the cohort can be known
 * @param counts the applicants
 * @param performance on those with an outcome
 * @param estimated what it will turn out to be where outcomes are to come, if the reference's outcomes foretell them; else null
 * @param estimateWarning what speaks against the estimate; null where nothing is known to
 * @param approvalRate the share of those with a score who are approved, 0..1; null where no cutoff is known, and where nobody has a score
 * @param scorePsi how far its scores have shifted from the deciding reference; null where that was not found, and of a slice
 */
record ModelPerformance(
        Cohort cohort,
        Ripeness ripeness,
        Slice slice,
        ScoredModel model,
        Counts counts,
        Performance performance,
        EstimatedPerformance estimated,
        String estimateWarning,
        Double approvalRate,
        Double scorePsi)
        implements Serializable {
    ModelPerformance withScorePsi(Double psi) {
        return new ModelPerformance(
                cohort, ripeness, slice, model, counts, performance, estimated, estimateWarning, approvalRate, psi);
    }

    /**
     * Applicants by what is known of them.
     *
     * @param all how many there are
     * @param withoutOutcome those who have none and need not have one, as applicants who were declined
     * @param later those whose outcome is still to come
     */
    record Counts(long all, long withoutOutcome, long later) implements Serializable {}
}
