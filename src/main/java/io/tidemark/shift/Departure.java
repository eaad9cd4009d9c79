package io.tidemark.shift;

import io.tidemark.cohort.Cohort;
import io.tidemark.shift.Onset.Form;
import java.io.Serializable;
import java.util.List;

/**
 * Where a cohort is in the course of its feature.
 *
 * @param onset the cohort in which the departure began that it belongs to; null where it is at the reference
 * @param form how that departure went; null where there is none
 * @param largestBefore the PSI, without what chance gives, of the largest departure that was over before the cohort; 0 where there was none
 */
public record Departure(Cohort onset, Form form, double largestBefore) implements Serializable {
    /** Where a cohort is in a course over some cohorts, by its place among them. */
    public static Departure of(Course course, List<Cohort> cohorts, int place) {
        double before = course.largestBefore(place);
        return course.onsetAt(place)
                .map(onset -> new Departure(cohorts.get(onset.cohort()), onset.form(), before))
                .orElse(new Departure(null, null, before));
    }
}
