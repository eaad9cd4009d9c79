package io.tidemark.spark;

import io.tidemark.profile.ProfileCodec;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.spark.sql.catalyst.InternalRow;
import scala.Tuple2;

/**
 * The rows of one partition in, partial profiles out.
 *
 * <p>Partial profiles merge, so what has been counted can be given away at any time: where panes are many, that keeps memory bounded.
 */
final class PartialProfiles implements Iterator<Tuple2<PartialKey, byte[]>> {
    /** Where in a row the day is; null for rows that fall into no cohort. */
    static final int DAY = 0;
    /** Where in a row the text of its time is. */
    static final int TIME_TEXT = 1;
    /** Where in a row the columns of the pass begin. */
    static final int FIRST_COLUMN = 2;

    /** How many accumulators are held before they are given away. */
    private static final int MOST_ACCUMULATORS = 20_000;

    private final Iterator<InternalRow> rows;
    private final PassPlan plan;
    private final boolean isReferenceTable;
    private final Map<Long, PaneCounts> panes = new HashMap<>();
    private final Deque<Tuple2<PartialKey, byte[]>> ready = new ArrayDeque<>();
    private final Map<Integer, Long> paneOfDay = new HashMap<>();
    private int lastDay = Integer.MIN_VALUE;
    private PaneCounts lastPane;

    PartialProfiles(Iterator<InternalRow> rows, PassPlan plan, boolean isReferenceTable) {
        this.rows = rows;
        this.plan = plan;
        this.isReferenceTable = isReferenceTable;
    }

    @Override
    public boolean hasNext() {
        while (ready.isEmpty() && rows.hasNext()) {
            count();
        }
        return !ready.isEmpty();
    }

    @Override
    public Tuple2<PartialKey, byte[]> next() {
        if (!hasNext()) {
            throw new NoSuchElementException("all partial profiles are given away");
        }
        return ready.remove();
    }

    /** Counts rows until there are none, or more panes than are held. */
    private void count() {
        int mostPanes = Math.max(1, MOST_ACCUMULATORS / plan.columns());
        while (rows.hasNext() && panes.size() <= mostPanes) {
            InternalRow row = rows.next();
            if (isReferenceTable) {
                countsOf(PassPlan.REFERENCE_TABLE).add(row, FIRST_COLUMN);
            } else if (row.isNullAt(DAY)) {
                countsOf(PassPlan.NO_TIME).addTable(row, TIME_TEXT);
            } else {
                int day = row.getInt(DAY);
                if (day != lastDay || lastPane == null) {
                    lastPane = countsOf(paneOfDay.computeIfAbsent(day, this::paneOf));
                    lastDay = day;
                }
                lastPane.add(row, FIRST_COLUMN);
            }
        }
        giveAway();
    }

    private PaneCounts countsOf(long pane) {
        return panes.computeIfAbsent(pane, key -> new PaneCounts(plan.features()));
    }

    private long paneOf(int epochDay) {
        LocalDate day = LocalDate.ofEpochDay(epochDay);
        return day.isAfter(plan.lastDay())
                ? PassPlan.TOO_LATE
                : plan.calendar().paneOf(day).code();
    }

    private void giveAway() {
        panes.forEach((pane, counts) -> {
            for (int column = 0; column < plan.columns(); column++) {
                boolean isStray = pane == PassPlan.NO_TIME || pane == PassPlan.TOO_LATE;
                if (!isStray || column == plan.tableColumn()) {
                    ready.add(new Tuple2<>(new PartialKey(column, pane), ProfileCodec.encode(counts.profile(column))));
                }
            }
        });
        panes.clear();
        lastPane = null;
    }

    /** Whether a pane code names a pane of the calendar. */
    static boolean isPane(long code) {
        return code > PassPlan.TOO_LATE && code < PassPlan.REFERENCE_TABLE;
    }
}
