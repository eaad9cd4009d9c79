package io.tidemark.cohort;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;

/**
 * The applicants of one day, week, month, quarter or year.
 *
 * @param start the first day; must begin a cohort of the granularity
 */
public record Cohort(Granularity granularity, LocalDate start) implements Comparable<Cohort>, Serializable {
    public Cohort {
        Objects.requireNonNull(granularity, "granularity");
        if (!granularity.startOf(start).equals(start)) {
            throw new IllegalArgumentException(start + " does not begin a " + granularity.id());
        }
    }

    public static Cohort of(Granularity granularity, LocalDate date) {
        return new Cohort(granularity, granularity.startOf(date));
    }

    /** The first day after the cohort. */
    public LocalDate end() {
        return granularity.next(start);
    }

    public Cohort next() {
        return new Cohort(granularity, end());
    }

    public Window window() {
        return new Window(start, end().minusDays(1));
    }

    public String label() {
        return granularity.label(start);
    }

    /** The same in every virtual machine, as an enum's own is not: rows of a cohort find each other by it, whichever executor they are on. */
    @Override
    public int hashCode() {
        return 31 * start.hashCode() + granularity.name().hashCode();
    }

    @Override
    public int compareTo(Cohort other) {
        return start.compareTo(other.start);
    }
}
