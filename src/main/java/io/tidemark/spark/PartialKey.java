package io.tidemark.spark;

import java.io.Serializable;

/** What a partial profile is of: a column of the pass in one pane. Sorted by column, then by pane. */
record PartialKey(int column, long pane) implements Serializable, Comparable<PartialKey> {
    @Override
    public int compareTo(PartialKey other) {
        int byColumn = Integer.compare(column, other.column);
        return byColumn != 0 ? byColumn : Long.compare(pane, other.pane);
    }
}
