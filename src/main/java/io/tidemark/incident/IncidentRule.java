package io.tidemark.incident;

import io.tidemark.profile.Profile;
import io.tidemark.shift.FeatureStudy;
import java.util.Optional;

/** Looks for one kind of incident in one feature of one cohort. */
interface IncidentRule {
    IncidentKind kind();

    /** What is wrong with the cohort's values, if anything is. */
    Optional<Observation> observe(FeatureStudy study, Profile current);
}
