package io.tidemark.spark;

import io.tidemark.cohort.Slice;
import io.tidemark.cohort.Window;
import io.tidemark.feature.Feature;
import io.tidemark.profile.Profile;
import io.tidemark.profile.ProfileCodec;
import java.io.Serializable;

/**
 * A profile as it is kept.
 *
 * @param part whether it is of a cohort, of the part of a cohort that belongs to the reference, or of the reference
 * @param span the days; null for a reference that is another table
 * @param granularity the length of the cohort; null for a reference
 */
@SuppressWarnings("ArrayRecordComponent") // carried from a task to a table, never compared
record StoredProfile(
        Part part, Window span, String granularity, Slice slice, Feature feature, byte[] encoded, long privacyFloor)
        implements Serializable {
    /** Names after Databricks data profiling. */
    enum Part {
        INPUT,
        REFERENCE_PART,
        BASELINE
    }

    /** A stored profile that is being looked at. */
    record Open(StoredProfile stored, Profile profile) {}

    Open open() {
        return new Open(this, ProfileCodec.decode(encoded));
    }
}
