package io.tidemark.spark.shift;

import io.tidemark.cohort.Cohort;
import io.tidemark.policy.CohortSummary;
import io.tidemark.shift.JudgedShift;
import io.tidemark.shift.Severity;
import java.io.Serializable;
import java.util.EnumMap;
import java.util.Map;

/** The features of a cohort by their severities, on their way to the driver. */
record CohortCounts(Cohort cohort, long rows, Map<Severity, Long> features, long alarms) implements Serializable {
    static CohortCounts of(JudgedShift shift) {
        Map<Severity, Long> features = new EnumMap<>(Severity.class);
        features.put(shift.severity(), 1L);
        return new CohortCounts(shift.shift().cohort(), shift.shift().rows(), features, shift.isAlarm() ? 1 : 0);
    }

    CohortCounts plus(CohortCounts other) {
        Map<Severity, Long> sum = new EnumMap<>(features);
        other.features.forEach((severity, count) -> sum.merge(severity, count, Long::sum));
        return new CohortCounts(cohort, rows, sum, alarms + other.alarms);
    }

    CohortSummary summary(long incidents) {
        return new CohortSummary(cohort, rows, features, alarms, incidents);
    }
}
