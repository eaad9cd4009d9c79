package io.tidemark.cohort;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * The smallest piece of time that is counted by itself: a cohort, or the part of one between two days on which a reference or a quarantine
 * begins or ends. A cohort is the sum of its panes, and so is every reference, wherever its window begins and ends.
 *
 * @param start the first day
 */
public record Pane(LocalDate start) implements Serializable, Comparable<Pane> {
    /** A number that names the pane: cheap to compare in the pass over the rows. */
    public long code() {
        return start.toEpochDay();
    }

    public static Pane ofCode(long code) {
        return new Pane(LocalDate.ofEpochDay(code));
    }

    @Override
    public int compareTo(Pane other) {
        return start.compareTo(other.start);
    }
}
