package io.tidemark.cohort;

import java.io.Serializable;
import java.time.LocalDate;

/** Which pane a day falls into, and which cohorts are the reference's own. */
public record Calendar(Granularity granularity, Reference reference) implements Serializable {
    public Cohort cohortOf(LocalDate date) {
        return Cohort.of(granularity, date);
    }

    public Pane paneOf(LocalDate date) {
        boolean inside = reference.window().map(window -> window.contains(date)).orElse(false);
        return new Pane(granularity.startOf(date), inside ? Pane.Part.IN_REFERENCE : Pane.Part.OUTSIDE_REFERENCE);
    }

    /** Whether the reference begins or ends within a cohort, so that only a part of it belongs to the reference. */
    public boolean isCut(Cohort cohort) {
        return isReference(cohort)
                && !reference
                        .window()
                        .map(window -> window.contains(cohort.start())
                                && window.contains(cohort.window().to()))
                        .orElse(false);
    }

    /** Whether a cohort shares a day with the reference; such a cohort is part of the reference and is not compared with it. */
    public boolean isReference(Cohort cohort) {
        return reference
                .window()
                .map(window -> window.overlaps(cohort.window()))
                .orElse(false);
    }
}
