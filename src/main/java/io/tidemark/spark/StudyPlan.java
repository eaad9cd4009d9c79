package io.tidemark.spark;

import io.tidemark.cohort.Reference;
import io.tidemark.measure.Smoothing;
import io.tidemark.profile.BinRule;
import java.io.Serializable;
import java.util.Set;

/**
 * How features are studied.
 *
 * @param asked columns that were asked for by name: they are features whatever they look like
 */
record StudyPlan(PassPlan pass, BinRule binRule, Smoothing smoothing, long privacyFloor, Set<String> asked)
        implements Serializable {
    /** The reference that incidents and recommendations go by. */
    Reference first() {
        return pass.calendar().references().get(0);
    }
}
