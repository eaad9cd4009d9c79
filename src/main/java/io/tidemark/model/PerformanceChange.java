package io.tidemark.model;

import java.io.Serializable;

/**
 * How figures of a cohort differ from those of the same slice of the reference, each with its standard error: the root of the sum of both squared,
 * the applicants of the two being others.
 *
 * @param auc of the areas
 * @param calibrationIntercept of the calibration intercepts, logits
 * @param approvalRatio of the approval rate ratios, each to the value that is approved most often on its own side
 */
public record PerformanceChange(
        Figure<Estimate> auc, Figure<Estimate> calibrationIntercept, Figure<Estimate> approvalRatio)
        implements Serializable {
    /** The figures of one side. */
    public record Side(Figure<Auc> auc, Figure<Estimate> calibrationIntercept, Figure<Estimate> approvalRatio)
            implements Serializable {}

    /** The cohort less the reference; undefined where a side is. */
    public static PerformanceChange of(Side reference, Side current) {
        return new PerformanceChange(
                difference(estimate(reference.auc()), estimate(current.auc())),
                difference(reference.calibrationIntercept(), current.calibrationIntercept()),
                difference(reference.approvalRatio(), current.approvalRatio()));
    }

    private static Figure<Estimate> estimate(Figure<Auc> area) {
        return area.map(known -> new Estimate(known.value(), Math.sqrt(known.variance())));
    }

    private static Figure<Estimate> difference(Figure<Estimate> reference, Figure<Estimate> current) {
        return reference.then(before -> current.map(now ->
                new Estimate(now.value() - before.value(), Math.hypot(now.standardError(), before.standardError()))));
    }
}
