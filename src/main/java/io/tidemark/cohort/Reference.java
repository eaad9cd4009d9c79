package io.tidemark.cohort;

import java.io.Serializable;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;

/** Whom a cohort is compared with. */
public sealed interface Reference extends Serializable {
    /** Marks a reference that is another table. */
    String TABLE = "table:";

    /** The forms in which a reference is written. */
    List<String> FORMS = List.of("FROM..TO", "table:SOURCE", "previous", "rolling:N", "expanding", "seasonal");

    /** The name under which the output tables speak of it; what {@link #parse} reads. */
    String id();

    /** How the output tables name the comparison, after Databricks data profiling. */
    DriftType driftType();

    /** A reference that is the same for all cohorts. */
    sealed interface Standing extends Reference {}

    /** A reference that goes along with the cohort: some of the cohorts before it. */
    sealed interface Moving extends Reference
            permits MovingReferences.Previous,
                    MovingReferences.Rolling,
                    MovingReferences.Expanding,
                    MovingReferences.Seasonal {
        /**
         * The cohorts that a cohort is compared with; none where there are not enough of them.
         *
         * @param usable cohorts that have applicants and may be a reference
         */
        NavigableSet<Cohort> cohortsFor(Cohort cohort, NavigableSet<Cohort> usable);
    }

    /** A span of the monitored table itself. */
    record FixedWindow(Window span) implements Standing {
        @Override
        public String id() {
            return span.toString();
        }

        @Override
        public DriftType driftType() {
            return DriftType.BASELINE;
        }
    }

    /**
     * Another table, such as the one that the model was trained on.
     *
     * @param source a path, or the name of a catalog table
     */
    record OtherTable(String source) implements Standing {
        @Override
        public String id() {
            return TABLE + source;
        }

        @Override
        public DriftType driftType() {
            return DriftType.TABLE;
        }
    }

    /**
     * Reads one of the {@link #FORMS}; dates are ISO dates, both included.
     *
     * @throws IllegalArgumentException if it is none, saying in which way
     */
    static Reference parse(String text) {
        if (text.startsWith(TABLE)) {
            String source = text.substring(TABLE.length()).strip();
            if (source.isEmpty()) {
                throw new IllegalArgumentException("names no table");
            }
            return new OtherTable(source);
        }
        Optional<Reference> moving = MovingReferences.parse(text);
        if (moving.isEmpty() && !text.contains("..")) {
            throw new IllegalArgumentException("is none of " + String.join(", ", FORMS));
        }
        return moving.orElseGet(() -> new FixedWindow(Window.parse(text)));
    }
}
