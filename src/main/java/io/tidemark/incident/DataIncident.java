package io.tidemark.incident;

import io.tidemark.cohort.Cohort;
import java.io.Serializable;

/**
 * One incident in one cohort.
 *
 * @param column the feature; {@link #TABLE} where it is of the table as a whole
 * @param value what was seen
 * @param expected what the reference, or the cohorts before, would have had
 * @param since the first of the unbroken row of compared cohorts that have the incident
 * @param sentence the incident in words, with its numbers
 * @param isAccepted whether it was looked into and is as it should be
 */
public record DataIncident(
        Cohort cohort,
        String column,
        IncidentKind kind,
        double value,
        double expected,
        Cohort since,
        String sentence,
        boolean isAccepted)
        implements Serializable {
    /** The column of an incident that concerns all of them, as Databricks data profiling writes it. */
    public static final String TABLE = ":table";

    /** One that nobody has looked into yet. */
    public DataIncident(
            Cohort cohort,
            String column,
            IncidentKind kind,
            double value,
            double expected,
            Cohort since,
            String sentence) {
        this(cohort, column, kind, value, expected, since, sentence, false);
    }

    DataIncident accepted() {
        return new DataIncident(cohort, column, kind, value, expected, since, sentence, true);
    }
}
