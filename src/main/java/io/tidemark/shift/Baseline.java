package io.tidemark.shift;

import io.tidemark.cohort.Reference;
import io.tidemark.cohort.Window;
import io.tidemark.profile.Profile;

/**
 * What a cohort's values of a feature are compared with.
 *
 * @param window the days of the reference's applicants, from the first to the last; null where the reference is another table
 * @param profile what was counted of them; at least one applicant
 */
public record Baseline(Reference reference, Window window, Profile profile) {
    public Baseline {
        if (profile.rows() == 0) {
            throw new IllegalArgumentException("the reference " + reference.id() + " has no applicants");
        }
    }
}
