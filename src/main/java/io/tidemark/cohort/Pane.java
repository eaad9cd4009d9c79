package io.tidemark.cohort;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * The smallest piece of time that is counted by itself: the part of a cohort inside the reference window, or the part outside. A cohort
 * is the sum of its panes, and so is the reference, wherever its window begins and ends.
 */
public record Pane(LocalDate cohortStart, Part part) implements Serializable, Comparable<Pane> {
    /** Whether the rows of a pane belong to the reference. */
    public enum Part {
        OUTSIDE_REFERENCE,
        IN_REFERENCE
    }

    /** A number that names the pane: cheap to compare in the pass over the rows. */
    public long code() {
        return 2 * cohortStart.toEpochDay() + (part == Part.IN_REFERENCE ? 1 : 0);
    }

    public static Pane ofCode(long code) {
        return new Pane(
                LocalDate.ofEpochDay(Math.floorDiv(code, 2L)),
                Math.floorMod(code, 2) == 1 ? Part.IN_REFERENCE : Part.OUTSIDE_REFERENCE);
    }

    @Override
    public int compareTo(Pane other) {
        return Long.compare(code(), other.code());
    }
}
