package io.tidemark.spark.shift;

import io.tidemark.cohort.Cohort;
import io.tidemark.cohort.Slice;
import io.tidemark.model.BadOutcome;
import java.io.Serializable;
import java.util.Set;

/**
 * Which outcomes count.
 *
 * @param label the column of the outcome
 * @param bad its bad value
 * @param mature the cohorts of which all outcomes are known
 */
public record OutcomePlan(String label, BadOutcome bad, Set<Cohort> mature) implements Serializable {
    /** Whether a slice holds applicants by their outcome, and is no segment. */
    boolean isOutcome(Slice slice) {
        return label.equals(slice.key());
    }

    boolean isBad(Slice slice) {
        return isOutcome(slice) && !isMissing(slice) && bad.is(slice.value());
    }

    boolean isGood(Slice slice) {
        return isOutcome(slice) && !isMissing(slice) && !bad.is(slice.value());
    }

    private static boolean isMissing(Slice slice) {
        return Slice.MISSING.equals(slice.value());
    }
}
