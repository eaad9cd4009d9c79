package io.tidemark.spark.history;

import io.tidemark.cohort.Cohort;
import io.tidemark.spark.shift.StoredProfile;
import io.tidemark.spark.table.Partition;
import io.tidemark.spark.table.Portion;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * How far a run's own profiles reach: over everything, or over the cohorts that are new or changed.
 *
 * @param isWhole whether everything was profiled
 * @param cohorts the cohorts that were profiled, where not all were
 * @param isReferenceTouched whether a standing reference is not what it was
 */
public record Reach(boolean isWhole, Set<Cohort> cohorts, boolean isReferenceTouched) implements Serializable {
    public static final Reach WHOLE = new Reach(true, Set.of(), true);

    /** Whether every profile is the one that is kept. */
    public boolean isNothing() {
        return !isWhole && cohorts.isEmpty() && !isReferenceTouched;
    }

    /** Whether a profile is other than the one that is kept. */
    public boolean covers(StoredProfile profile) {
        return isWhole || covers(profile.part(), () -> profile.span().from());
    }

    private boolean covers(StoredProfile.Part part, Supplier<LocalDate> start) {
        return part == StoredProfile.Part.BASELINE
                ? isReferenceTouched
                : cohorts.stream().anyMatch(cohort -> cohort.window().contains(start.get()));
    }

    /** The rows of a monitor that {@link #covers} speaks of, where that is not everything. */
    public Portion portion(Partition monitor) {
        return new Portion(
                monitor,
                condition(),
                List.of("log_type", "window"),
                row -> covers(StoredProfile.Part.valueOf(row.text("log_type")), row::start));
    }

    private String condition() {
        String baseline = "log_type = '" + StoredProfile.Part.BASELINE + "'";
        String inputs = cohorts.isEmpty() ? "FALSE" : "(NOT " + baseline + " AND (" + starts(cohorts) + "))";
        return isReferenceTouched ? "(" + baseline + " OR " + inputs + ")" : inputs;
    }

    /** The condition that a row's window begins in one of some cohorts. */
    static String starts(Set<Cohort> cohorts) {
        return cohorts.stream()
                .sorted()
                .map(cohort ->
                        "window.start >= " + moment(cohort.start()) + " AND window.start < " + moment(cohort.end()))
                .collect(Collectors.joining(" OR "));
    }

    private static String moment(LocalDate day) {
        return "TIMESTAMP '" + day.atStartOfDay().toInstant(ZoneOffset.UTC) + "'";
    }
}
