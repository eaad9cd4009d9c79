package io.tidemark.spark;

import io.tidemark.cohort.Calendar;
import io.tidemark.feature.Feature;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

/**
 * What the pass over the rows counts.
 *
 * <p>Its columns are the features and, after them, what tells of the table as a whole: the label, the texts of times that are none, and the
 * file that a row comes from; after these the segments, whose values say which slices a row belongs to.
 *
 * @param segments the columns whose values are looked at by themselves
 * @param lastDay the last day that is known; later rows are only counted. {@link LocalDate#MAX} where all are known
 */
record PassPlan(List<Feature> features, List<String> segments, Calendar calendar, LocalDate lastDay)
        implements Serializable {
    /** The pane of rows without a time. */
    static final long NO_TIME = Long.MIN_VALUE;
    /** The pane of rows after the last day. */
    static final long TOO_LATE = Long.MIN_VALUE + 1;
    /** The pane of the rows of a reference table. */
    static final long REFERENCE_TABLE = Long.MAX_VALUE;

    private static final int TABLE_COLUMNS = 3;

    /** The column of the label; all missing where there is none. */
    int label() {
        return features.size();
    }

    /** The column of texts that are no times. */
    int timeText() {
        return features.size() + 1;
    }

    /** The column of the files that rows come from. */
    int file() {
        return features.size() + 2;
    }

    /** Columns that are counted. */
    int counted() {
        return features.size() + TABLE_COLUMNS;
    }

    /** The column of a segment. */
    int segment(int index) {
        return counted() + index;
    }

    /** All columns. */
    int columns() {
        return counted() + segments.size();
    }

    boolean isFeature(int column) {
        return column < features.size();
    }

    boolean isNumeric(int column) {
        return isFeature(column) && features.get(column).kind().isNumeric();
    }

    /** Whether a pane code names a pane of the calendar. */
    static boolean isPane(long code) {
        return code > TOO_LATE && code < REFERENCE_TABLE;
    }
}
