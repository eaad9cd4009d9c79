package io.tidemark.spark.pass;

import io.tidemark.cohort.Calendar;
import io.tidemark.cohort.Cohort;
import io.tidemark.cohort.Pane;
import io.tidemark.cohort.Reference;
import io.tidemark.cohort.Reference.OtherTable;
import io.tidemark.cohort.SegmentKey;
import io.tidemark.feature.Feature;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * What the pass over the rows counts.
 *
 * <p>Its columns are the features and, after them, what tells of the table as a whole: the label, the texts of times that are none, and the
 * file that a row comes from; after these the segments, whose values say which slices a row belongs to.
 *
 * @param segments how rows are cut into slices that are looked at by themselves
 * @param lastDay the last day that is known; later rows are only counted. {@link LocalDate#MAX} where all are known
 * @param cohorts the cohorts that are counted; empty for all. Where only some are, rows without a cohort are not counted
 */
public record PassPlan(
        List<Feature> features, List<SegmentKey> segments, Calendar calendar, LocalDate lastDay, Set<Cohort> cohorts)
        implements Serializable {
    /** The pane of rows without a time. */
    public static final long NO_TIME = Long.MIN_VALUE;
    /** The pane of rows after the last day. */
    public static final long TOO_LATE = Long.MIN_VALUE + 1;
    /** The pane of rows that are not counted. */
    static final long UNWANTED = Long.MIN_VALUE + 2;
    /** The pane of the rows of the first reference table; those of the others come after it. */
    private static final long FIRST_TABLE = Long.MAX_VALUE / 2;

    private static final int TABLE_COLUMNS = 3;

    /** A plan for all cohorts. */
    public PassPlan(List<Feature> features, List<SegmentKey> segments, Calendar calendar, LocalDate lastDay) {
        this(features, segments, calendar, lastDay, Set.of());
    }

    /** The code of the pane of a day, which may be {@link Block#NO_DAY}. */
    long paneOf(int epochDay) {
        if (epochDay == Block.NO_DAY) {
            return cohorts.isEmpty() ? NO_TIME : UNWANTED;
        }
        LocalDate day = LocalDate.ofEpochDay(epochDay);
        if (day.isAfter(lastDay)) {
            return cohorts.isEmpty() ? TOO_LATE : UNWANTED;
        }
        Pane pane = calendar.paneOf(day);
        return cohorts.isEmpty() || cohorts.contains(calendar.cohortOf(pane)) ? pane.code() : UNWANTED;
    }

    /** The pane of the rows of a reference table. */
    public long paneOf(OtherTable table) {
        return FIRST_TABLE + tables().indexOf(table.id());
    }

    /** Whether a pane code is of a reference table. */
    public static boolean isTable(long code) {
        return code >= FIRST_TABLE;
    }

    /** The name of the reference table whose rows have a pane. */
    public String tableOf(long code) {
        return tables().get(Math.toIntExact(code - FIRST_TABLE));
    }

    private List<String> tables() {
        return calendar.references().stream()
                .filter(OtherTable.class::isInstance)
                .map(Reference::id)
                .toList();
    }

    /** The same plan for some cohorts alone. */
    public PassPlan only(Set<Cohort> wanted) {
        return new PassPlan(features, segments, calendar, lastDay, wanted);
    }

    /** The column of the label; all missing where there is none. */
    public int label() {
        return features.size();
    }

    /** The column of texts that are no times. */
    public int timeText() {
        return features.size() + 1;
    }

    /** The column of the files that rows come from. */
    public int file() {
        return features.size() + 2;
    }

    /** Columns that are counted. */
    public int counted() {
        return features.size() + TABLE_COLUMNS;
    }

    /** The columns by whose values rows are cut into slices, in their order. */
    List<String> segmentColumns() {
        return segments.stream()
                .flatMap(segment -> segment.columns().stream())
                .distinct()
                .toList();
    }

    /** The place of a column by whose values rows are cut into slices. */
    int segmentColumn(String name) {
        return counted() + segmentColumns().indexOf(name);
    }

    /** All columns. */
    public int columns() {
        return counted() + segmentColumns().size();
    }

    public boolean isFeature(int column) {
        return column < features.size();
    }

    boolean isNumeric(int column) {
        return isFeature(column) && features.get(column).kind().isNumeric();
    }

    /** Whether a pane code names a pane of the calendar. */
    public static boolean isPane(long code) {
        return code > UNWANTED && code < FIRST_TABLE;
    }
}
