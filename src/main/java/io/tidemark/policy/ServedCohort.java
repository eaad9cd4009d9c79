package io.tidemark.policy;

import io.tidemark.cohort.Cohort;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One cohort of the history that models are trained and judged on.
 *
 * @param applicants 0 or more
 * @param bads how many went bad; empty where that is not known yet
 * @param quarantine why it counts for nothing; empty where it counts
 */
public record ServedCohort(Cohort cohort, long applicants, OptionalLong bads, Optional<String> quarantine) {
    public ServedCohort {
        Objects.requireNonNull(cohort, "cohort");
        Objects.requireNonNull(quarantine, "quarantine");
        if (applicants < 0 || bads.orElse(0) < 0 || bads.orElse(0) > applicants) {
            throw new IllegalArgumentException(bads + " bads of " + applicants + " in " + cohort.label());
        }
    }
}
