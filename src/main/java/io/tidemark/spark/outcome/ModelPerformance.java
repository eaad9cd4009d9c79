package io.tidemark.spark.outcome;

import io.tidemark.cohort.Cohort;
import io.tidemark.cohort.Maturity.Ripeness;
import io.tidemark.cohort.Slice;
import io.tidemark.model.EstimatedPerformance;
import io.tidemark.model.Performance;
import io.tidemark.model.PerformanceChange;
import io.tidemark.model.ReweightedPerformance;
import io.tidemark.model.ScoredModel;
import java.io.Serializable;

/**
 * How a model did on a slice of a cohort.
 *
 * @param ripeness how far the outcomes of the cohort can be known
 * @param figures what it did there
 * @param estimated what it will turn out to be where outcomes are to come, if the reference's outcomes foretell them; else null
 * @param estimateWarning what speaks against the estimate; null where nothing is known to
 * @param reweighted what the champion would have done on the reference, had its applicants been such as the cohort's; null where outcomes are all known,
 *     for other models and slices, and where that was not looked at
 * @param change how figures differ from those of the same slice of the reference; null where the cohort is part of it, and where it lacks the slice
 * @param scorePsi how far its scores have shifted from the deciding reference; null where that was not found, and of a slice
 */
public record ModelPerformance(
        Cohort cohort,
        Ripeness ripeness,
        Slice slice,
        ScoredModel model,
        SliceFigures figures,
        EstimatedPerformance estimated,
        String estimateWarning,
        ReweightedPerformance reweighted,
        PerformanceChange change,
        Double scorePsi)
        implements Serializable {
    public ModelPerformance withScorePsi(Double psi) {
        return new ModelPerformance(
                cohort, ripeness, slice, model, figures, estimated, estimateWarning, reweighted, change, psi);
    }

    /** The same, where it is of those that are reweighted; null for what is not known. */
    public ModelPerformance reweightedBy(ReweightedPerformance known) {
        return ripeness == Ripeness.MATURE || !slice.isAll() || !model.isChampion()
                ? this
                : new ModelPerformance(
                        cohort, ripeness, slice, model, figures, estimated, estimateWarning, known, change, scorePsi);
    }

    public Counts counts() {
        return figures.counts();
    }

    public Performance performance() {
        return figures.performance();
    }

    /**
     * Applicants by what is known of them.
     *
     * @param all how many there are
     * @param withoutOutcome those who have none and need not have one, as applicants who were declined
     * @param later those whose outcome is still to come
     */
    public record Counts(long all, long withoutOutcome, long later) implements Serializable {}
}
