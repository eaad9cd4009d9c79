package io.tidemark.spark.shift;

import io.tidemark.feature.Feature;
import io.tidemark.incident.DataIncident;
import io.tidemark.shift.BinShift;
import io.tidemark.shift.CohortSeries;
import io.tidemark.shift.FeatureShift;
import java.util.ArrayList;
import java.util.List;

/**
 * All that a run finds out about one feature by itself.
 *
 * @param series all applicants through time against the deciding reference; none where that goes along with the cohort
 * @param leftOut why the column turned out to be no feature; null where it is one
 */
public record FeatureResult(
        Feature feature,
        String leftOut,
        List<StoredProfile> profiles,
        List<StoredBin> bins,
        List<FeatureShift> shifts,
        List<BinShift> binShifts,
        List<DataIncident> incidents,
        List<CohortSeries> series) {
    /** A feature of which nothing is known yet. */
    public static FeatureResult of(Feature feature) {
        return new FeatureResult(
                feature,
                null,
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>());
    }

    public static FeatureResult leftOut(Feature feature, String reason) {
        return new FeatureResult(feature, reason, List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    }

    /** Takes the course of all applicants; null where there is none. That of a score is no part of the population's. */
    void addCourse(SliceCourse course) {
        if (course != null && !feature.isScore()) {
            series.add(course.series());
        }
    }
}
