package io.tidemark.shift;

import java.io.Serializable;

/**
 * What is known around a shift.
 *
 * @param natural how much the reference's own cohorts differ; null where it is not known
 * @param part what the slice adds to the shift of all; null for all applicants
 * @param departure where the cohort is in the course of the feature; null where the reference goes along with the cohort
 * @param effect what the shift does to the share of bad outcomes; null for a slice, and where the reference has no outcomes
 */
public record Context(NaturalVariation natural, SlicePart part, Departure departure, OutcomeEffect effect)
        implements Serializable {
    /** Nothing is known around it. */
    public static final Context NONE = new Context(null, null, null, null);
}
