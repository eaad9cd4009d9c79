package io.tidemark.cohort;

import java.io.Serializable;
import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * A span of days, both included.
 *
 * @param from the first day
 * @param to the last day, not before {@code from}
 */
public record Window(LocalDate from, LocalDate to) implements Serializable {
    public Window {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("the window ends on " + to + ", before it begins on " + from);
        }
    }

    /** The first day after the window. */
    public LocalDate end() {
        return to.plusDays(1);
    }

    public boolean contains(LocalDate date) {
        return !date.isBefore(from) && !date.isAfter(to);
    }

    public boolean overlaps(Window other) {
        return !other.to.isBefore(from) && !other.from.isAfter(to);
    }

    /**
     * Reads {@code FROM..TO}, ISO dates, both included.
     *
     * @throws IllegalArgumentException if it is not that, saying in which way
     */
    public static Window parse(String text) {
        int dots = text.indexOf("..");
        if (dots < 0) {
            throw new IllegalArgumentException("is not FROM..TO");
        }
        return new Window(day(text.substring(0, dots)), day(text.substring(dots + 2)));
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "has the date '" + text.strip() + "', which is not a day of the calendar", e);
        }
    }

    /** {@code FROM..TO}, as written in configuration. */
    @Override
    public String toString() {
        return from + ".." + to;
    }
}
