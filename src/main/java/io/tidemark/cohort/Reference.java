package io.tidemark.cohort;

import java.io.Serializable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** The applicants whom the model knows: what a cohort is compared with. */
public sealed interface Reference extends Serializable {
    /** Marks a reference that is another table. */
    String TABLE = "table:";

    /** The name under which the output tables speak of it. */
    String id();

    /** How the output tables name the comparison, after Databricks data profiling. */
    DriftType driftType();

    /** The days whose rows of the monitored table belong to the reference, if it is part of that table. */
    Optional<Window> window();

    /** A span of the monitored table itself. */
    record FixedWindow(Window span) implements Reference {
        @Override
        public String id() {
            return span.toString();
        }

        @Override
        public DriftType driftType() {
            return DriftType.BASELINE;
        }

        @Override
        public Optional<Window> window() {
            return Optional.of(span);
        }
    }

    /**
     * Another table, such as the one that the model was trained on.
     *
     * @param source a path, or the name of a catalog table
     */
    record OtherTable(String source) implements Reference {
        @Override
        public String id() {
            return TABLE + source;
        }

        @Override
        public DriftType driftType() {
            return DriftType.TABLE;
        }

        @Override
        public Optional<Window> window() {
            return Optional.empty();
        }
    }

    /**
     * Reads {@code FROM..TO} (ISO dates, both included) or {@code table:SOURCE}.
     *
     * @throws IllegalArgumentException if it is neither, saying in which way
     */
    static Reference parse(String text) {
        if (text.startsWith(TABLE)) {
            String source = text.substring(TABLE.length()).strip();
            if (source.isEmpty()) {
                throw new IllegalArgumentException("names no table");
            }
            return new OtherTable(source);
        }
        int dots = text.indexOf("..");
        if (dots < 0) {
            throw new IllegalArgumentException("is neither FROM..TO nor table:SOURCE");
        }
        return new FixedWindow(new Window(day(text.substring(0, dots)), day(text.substring(dots + 2))));
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "has the date '" + text.strip() + "', which is not a day of the calendar", e);
        }
    }
}
