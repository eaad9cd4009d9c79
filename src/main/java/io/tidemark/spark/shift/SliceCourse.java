package io.tidemark.spark.shift;

import io.tidemark.cohort.Calendar;
import io.tidemark.cohort.Cohort;
import io.tidemark.cohort.Reference;
import io.tidemark.feature.Bins;
import io.tidemark.profile.Profile;
import io.tidemark.shift.Baseline;
import io.tidemark.shift.CohortSeries;
import io.tidemark.shift.Course;
import io.tidemark.shift.Departure;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The course of one slice of a feature, or of the population, through the cohorts.
 *
 * @param series what it was read off
 */
public record SliceCourse(List<Cohort> cohorts, CohortSeries series, Course course) {
    /**
     * Reads a course off the counts of the cohorts.
     *
     * @param known the cohorts of all applicants; the slice may have nobody in some of them
     * @param profiles those of the slice
     */
    static SliceCourse of(
            Baseline baseline, Bins bins, Collection<Cohort> known, Map<Cohort, Profile> profiles, Calendar calendar) {
        List<Cohort> cohorts = new ArrayList<>(known);
        long[][] counts = new long[cohorts.size()][];
        for (int i = 0; i < counts.length; i++) {
            Profile profile = profiles.get(cohorts.get(i));
            // A month under quarantine is not what the feature did, neither is it the end of a departure.
            counts[i] = profile == null || calendar.isQuarantined(cohorts.get(i))
                    ? new long[bins.size()]
                    : profile.countInto(bins);
        }
        CohortSeries series = CohortSeries.of(counts, baseline.profile().countInto(bins));
        return of(cohorts, series, baseline.reference(), calendar);
    }

    /** Reads a course off a series that may be of several features. */
    public static SliceCourse of(List<Cohort> cohorts, CohortSeries series, Reference reference, Calendar calendar) {
        int compared = 0;
        for (int i = 0; i < cohorts.size(); i++) {
            if (calendar.isWithin(cohorts.get(i), reference)) {
                compared = i + 1;
            }
        }
        return new SliceCourse(cohorts, series, Course.of(series, compared));
    }

    public Departure at(Cohort cohort) {
        return Departure.of(course, cohorts, cohorts.indexOf(cohort));
    }
}
