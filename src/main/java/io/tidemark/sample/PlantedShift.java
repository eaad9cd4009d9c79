package io.tidemark.sample;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * A change that the generator makes on purpose, so that a monitor can be judged by whether it says so.
 *
 * @param name unique among the shifts of a plan
 * @param kind the form of the change: drift, break, season, new category, missingness, unit change, concept,
 *     segment mix, population, calibration
 * @param columns the columns that move by themselves; what follows from them (the score) is told in {@code expected}
 * @param from the first day of the change
 * @param to the last day of the change, or null where it stays
 * @param what what happens, in a sentence
 * @param expected what a good monitor says about it
 */
public record PlantedShift(
        String name, String kind, List<String> columns, LocalDate from, LocalDate to, String what, String expected) {
    public PlantedShift {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(kind, "kind");
        columns = List.copyOf(columns);
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(expected, "expected");
        if (to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("shift " + name + " ends on " + to + ", before it begins on " + from);
        }
    }

    /** Whether this is what a choice of shifts calls so: a season has the same name in all years, with the year after it. */
    boolean isNamed(String choice) {
        return name.equals(choice) || name.equals(choice + "_" + from.getYear());
    }

    /** Whether the change is in force on this day. */
    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }
}
