package io.tidemark.spark;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How far a run's own profiles reach: over everything, or over the cohorts that are new or changed.
 *
 * @param isWhole whether everything was profiled
 * @param cohorts the first days of the cohorts that were profiled, where not all were
 * @param isReferenceTouched whether the reference is not what it was
 */
record Reach(boolean isWhole, Set<LocalDate> cohorts, boolean isReferenceTouched) implements Serializable {
    static final Reach WHOLE = new Reach(true, Set.of(), true);

    /** Whether a profile is other than the one that is kept. */
    boolean covers(StoredProfile profile) {
        if (isWhole) {
            return true;
        }
        return profile.part() == StoredProfile.Part.BASELINE
                ? isReferenceTouched
                : cohorts.contains(profile.span().from());
    }

    /** The condition that the rows meet which {@link #covers} speaks of. */
    String condition() {
        if (isWhole) {
            return "TRUE";
        }
        String baseline = "log_type = '" + StoredProfile.Part.BASELINE + "'";
        String starts = cohorts.stream()
                .sorted()
                .map(start -> "TIMESTAMP '" + start.atStartOfDay().toInstant(ZoneOffset.UTC) + "'")
                .collect(Collectors.joining(", "));
        String inputs = starts.isEmpty() ? "FALSE" : "(NOT " + baseline + " AND window.start IN (" + starts + "))";
        return isReferenceTouched ? "(" + baseline + " OR " + inputs + ")" : inputs;
    }
}
