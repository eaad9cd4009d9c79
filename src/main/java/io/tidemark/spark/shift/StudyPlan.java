package io.tidemark.spark.shift;

import io.tidemark.cohort.Reference;
import io.tidemark.cohort.Slice;
import io.tidemark.measure.Smoothing;
import io.tidemark.profile.BinRule;
import io.tidemark.spark.pass.PassPlan;
import java.io.Serializable;
import java.util.Set;

/**
 * How features are studied.
 *
 * @param outcomes which outcomes count; null where there are none
 * @param asked columns that were asked for by name: they are features whatever they look like
 */
public record StudyPlan(
        PassPlan pass, BinRule binRule, Smoothing smoothing, long privacyFloor, OutcomePlan outcomes, Set<String> asked)
        implements Serializable {
    /** Whether a slice is one of the applicants with an outcome, and no segment that is compared. */
    public boolean isOutcome(Slice slice) {
        return outcomes != null && outcomes.isOutcome(slice);
    }

    /** The reference that incidents and recommendations go by. */
    Reference first() {
        return pass.calendar().references().get(0);
    }
}
