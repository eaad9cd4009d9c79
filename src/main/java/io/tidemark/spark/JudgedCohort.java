package io.tidemark.spark;

import io.tidemark.cohort.Cohort;
import io.tidemark.cohort.Slice;
import io.tidemark.policy.CohortSummary;
import io.tidemark.shift.FeatureShift;
import io.tidemark.shift.Judge;
import io.tidemark.shift.JudgedShift;
import io.tidemark.shift.Severity;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** All features of one slice of a cohort, graded together. */
record JudgedCohort(Cohort cohort, Slice slice, List<JudgedShift> shifts) implements Serializable {
    /** How many shifts are named in a recommendation at most. */
    private static final int MOST_NAMED = 50;

    static JudgedCohort of(Cohort cohort, Slice slice, Iterable<FeatureShift> shifts, Judge judge) {
        List<FeatureShift> ordered = StreamSupport.stream(shifts.spliterator(), false)
                .sorted(Comparator.comparing(shift -> shift.feature().name()))
                .toList();
        return new JudgedCohort(cohort, slice, new ArrayList<>(judge.grade(ordered)));
    }

    /** The cohort in numbers, but for its incidents. */
    CohortSummary summary() {
        Map<Severity, Long> features =
                shifts.stream().collect(Collectors.groupingBy(JudgedShift::severity, Collectors.counting()));
        return new CohortSummary(cohort, shifts.get(0).shift().rows(), features, 0);
    }

    /** The moderate and major shifts, the largest first. */
    List<JudgedShift> largest() {
        return shifts.stream()
                .filter(shift -> shift.severity().isShift())
                .sorted(Comparator.comparing(JudgedShift::severity)
                        .thenComparingDouble(shift -> shift.shift().psi().orElseThrow())
                        .reversed())
                .limit(MOST_NAMED)
                .toList();
    }
}
