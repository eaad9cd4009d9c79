package io.tidemark.policy;

import io.tidemark.cohort.Cohort;
import io.tidemark.shift.Severity;
import java.io.Serializable;
import java.util.EnumMap;
import java.util.Map;

/**
 * One cohort in numbers.
 *
 * @param rows its applicants
 * @param features how many features have each severity
 * @param alarms how many features raise an alarm
 * @param incidents how many data incidents it has
 */
public record CohortSummary(Cohort cohort, long rows, Map<Severity, Long> features, long alarms, long incidents)
        implements Serializable {
    public CohortSummary {
        EnumMap<Severity, Long> copy = new EnumMap<>(Severity.class);
        copy.putAll(features);
        features = copy;
    }

    public CohortSummary withIncidents(long found) {
        return new CohortSummary(cohort, rows, features, alarms, found);
    }

    public long features(Severity severity) {
        return features.getOrDefault(severity, 0L);
    }

    /** Features that were compared. */
    public long compared() {
        return features.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Features with a moderate or major shift. */
    public long shifted() {
        return features(Severity.MODERATE) + features(Severity.MAJOR);
    }
}
