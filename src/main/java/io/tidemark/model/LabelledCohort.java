package io.tidemark.model;

import io.tidemark.cohort.Cohort;
import java.io.Serializable;

/**
 * A cohort whose outcomes can be known.
 *
 * @param labelled applicants with an outcome
 * @param bads those of them whose outcome is the bad one
 */
public record LabelledCohort(Cohort cohort, long labelled, long bads) implements Serializable {
    public LabelledCohort {
        if (bads < 0 || labelled < bads) {
            throw new IllegalArgumentException(cohort.label() + " cannot have " + bads + " bad of " + labelled);
        }
    }

    /** The rarer outcome: how often it is there. */
    public long rarer() {
        return Math.min(bads, labelled - bads);
    }
}
