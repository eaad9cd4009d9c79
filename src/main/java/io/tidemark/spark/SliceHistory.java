package io.tidemark.spark;

import io.tidemark.cohort.Calendar;
import io.tidemark.cohort.Cohort;
import io.tidemark.profile.Profile;
import io.tidemark.profile.ProfileCodec;
import java.io.Serializable;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One column of one slice through time, encoded as it is kept: what everything else is derived from.
 *
 * @param cohorts the profile of each cohort
 * @param referenceParts of cohorts that the reference is cut from, what belongs to it
 * @param referenceTable the profile of the reference table; null where the reference is a window
 */
@SuppressWarnings("ArrayRecordComponent") // carried between tasks, never compared
record SliceHistory(SortedMap<Cohort, byte[]> cohorts, SortedMap<Cohort, byte[]> referenceParts, byte[] referenceTable)
        implements Serializable {
    /** Both together; what the other one says wins. */
    SliceHistory with(SliceHistory other) {
        SortedMap<Cohort, byte[]> all = new TreeMap<>(cohorts);
        all.putAll(other.cohorts);
        SortedMap<Cohort, byte[]> parts = new TreeMap<>(referenceParts);
        parts.putAll(other.referenceParts);
        return new SliceHistory(all, parts, other.referenceTable != null ? other.referenceTable : referenceTable);
    }

    /** The profiles of the cohorts, in the order of time. */
    SortedMap<Cohort, Profile> profiles() {
        SortedMap<Cohort, Profile> profiles = new TreeMap<>();
        cohorts.forEach((cohort, bytes) -> profiles.put(cohort, ProfileCodec.decode(bytes)));
        return profiles;
    }

    /** The reference's profile; empty where the slice has nobody in it. */
    Optional<Profile> baseline(Calendar calendar) {
        if (referenceTable != null) {
            return Optional.of(ProfileCodec.decode(referenceTable));
        }
        SortedMap<Cohort, byte[]> within = new TreeMap<>(referenceParts);
        cohorts.forEach((cohort, bytes) -> {
            if (calendar.isReference(cohort) && !calendar.isCut(cohort)) {
                within.put(cohort, bytes);
            }
        });
        return within.values().stream().map(ProfileCodec::decode).reduce(Profile::mergeWith);
    }
}
