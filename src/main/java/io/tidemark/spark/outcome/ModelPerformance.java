package io.tidemark.spark.outcome;

import io.tidemark.cohort.Cohort;
import io.tidemark.cohort.Maturity.Ripeness;
import io.tidemark.cohort.Slice;
import io.tidemark.model.Estimate;
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
 * @param recalibrationGain by how much the Brier score would have been lower, had the champion's level been refitted on the two mature cohorts before;
 *     null for other models and slices, and where that could not be tried
 * @param measuredBy what figures were measured by, see {@link GaugeCohorts}
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
        Double scorePsi,
        Estimate recalibrationGain,
        String measuredBy)
        implements Serializable {
    public ModelPerformance withScorePsi(Double psi) {
        return with(reweighted, psi, recalibrationGain);
    }

    /** The same, where it is of those that are reweighted; null for what is not known. */
    public ModelPerformance reweightedBy(ReweightedPerformance known) {
        return ripeness == Ripeness.MATURE || !isOfChampion() ? this : with(known, scorePsi, recalibrationGain);
    }

    /** The same, where it is of those that are recalibrated; null for what is not known. */
    public ModelPerformance recalibratedBy(Estimate gain) {
        return isOfChampion() ? with(reweighted, scorePsi, gain) : this;
    }

    private ModelPerformance with(ReweightedPerformance ofReference, Double psi, Estimate gain) {
        return new ModelPerformance(
                cohort,
                ripeness,
                slice,
                model,
                figures,
                estimated,
                estimateWarning,
                ofReference,
                change,
                psi,
                gain,
                measuredBy);
    }

    /** Whether it is of the champion on all applicants of the cohort. */
    public boolean isOfChampion() {
        return slice.isAll() && model.isChampion();
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
     * @param bads those who turned out bad, with a score or without
     */
    public record Counts(long all, long withoutOutcome, long later, long bads) implements Serializable {}
}
