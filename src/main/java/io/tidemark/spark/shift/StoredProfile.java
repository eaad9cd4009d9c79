package io.tidemark.spark.shift;

import io.tidemark.cohort.Calendar;
import io.tidemark.cohort.Cohort;
import io.tidemark.cohort.Pane;
import io.tidemark.cohort.Slice;
import io.tidemark.cohort.Window;
import io.tidemark.feature.Feature;
import io.tidemark.profile.Profile;
import io.tidemark.profile.ProfileCodec;
import io.tidemark.shift.Baseline;
import java.io.Serializable;

/**
 * A profile as it is kept.
 *
 * @param part whether it is of a cohort, of the part of a cohort that belongs to a reference, or of a reference
 * @param span the days; null for a reference that is another table
 * @param granularity the length of the cohort; null for a reference
 * @param reference the name of the reference; null for a cohort
 */
@SuppressWarnings("ArrayRecordComponent") // carried from a task to a table, never compared
public record StoredProfile(
        Part part,
        Window span,
        String granularity,
        String reference,
        Slice slice,
        Feature feature,
        byte[] encoded,
        long privacyFloor)
        implements Serializable {
    /** Names after Databricks data profiling. */
    public enum Part {
        INPUT,
        REFERENCE_PART,
        BASELINE
    }

    public static StoredProfile ofCohort(Feature feature, Slice slice, Cohort cohort, byte[] encoded, StudyPlan plan) {
        return new StoredProfile(
                Part.INPUT,
                cohort.window(),
                cohort.granularity().duration(),
                null,
                slice,
                feature,
                encoded,
                plan.privacyFloor());
    }

    public static StoredProfile ofPart(Feature feature, Slice slice, Pane pane, byte[] encoded, StudyPlan plan) {
        Calendar calendar = plan.pass().calendar();
        return new StoredProfile(
                Part.REFERENCE_PART,
                calendar.daysOf(pane),
                calendar.granularity().duration(),
                null,
                slice,
                feature,
                encoded,
                plan.privacyFloor());
    }

    static StoredProfile ofReference(Feature feature, Slice slice, Baseline baseline, StudyPlan plan) {
        return new StoredProfile(
                Part.BASELINE,
                baseline.window(),
                null,
                baseline.reference().id(),
                slice,
                feature,
                ProfileCodec.encode(baseline.profile()),
                plan.privacyFloor());
    }

    /** A stored profile that is being looked at. */
    public record Open(StoredProfile stored, Profile profile) {}

    public Open open() {
        return new Open(this, ProfileCodec.decode(encoded));
    }
}
