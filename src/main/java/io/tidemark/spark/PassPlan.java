package io.tidemark.spark;

import io.tidemark.cohort.Calendar;
import io.tidemark.feature.Feature;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

/**
 * What the pass over the rows counts.
 *
 * <p>Its columns are the features and, after them, the one that tells of the table as a whole: the label's values, or nothing but the rows.
 *
 * @param lastDay the last day that is known; later rows are only counted. {@link LocalDate#MAX} where all are known
 */
record PassPlan(List<Feature> features, Calendar calendar, LocalDate lastDay) implements Serializable {
    /** The pane of rows without a time; their column of the table holds the texts that are no times. */
    static final long NO_TIME = Long.MIN_VALUE;
    /** The pane of rows after the last day. */
    static final long TOO_LATE = Long.MIN_VALUE + 1;
    /** The pane of the rows of a reference table. */
    static final long REFERENCE_TABLE = Long.MAX_VALUE;

    /** The column that tells of the table as a whole. */
    int tableColumn() {
        return features.size();
    }

    int columns() {
        return features.size() + 1;
    }
}
