package io.tidemark.spark.pass;

import io.tidemark.cohort.Slice;
import java.io.Serializable;
import java.util.Comparator;

/**
 * What a partial profile is of: a column of the pass in one pane of one slice. Sorted by column, slice, pane and part.
 *
 * @param part which part of the categories it holds, where they are many; {@link #WHOLE} otherwise
 */
public record PartialKey(int column, Slice slice, long pane, int part) implements Serializable, Comparable<PartialKey> {
    /** The part of a partial profile that holds all categories. */
    static final int WHOLE = -1;

    private static final Comparator<PartialKey> ORDER = Comparator.comparingInt(PartialKey::column)
            .thenComparing(PartialKey::slice)
            .thenComparingLong(PartialKey::pane)
            .thenComparingInt(PartialKey::part);

    @Override
    public int compareTo(PartialKey other) {
        return ORDER.compare(this, other);
    }

    PartialKey withPart(int other) {
        return new PartialKey(column, slice, pane, other);
    }

    /** Whether both are parts of the same profile. */
    boolean isOfSameProfile(PartialKey other) {
        return column == other.column && pane == other.pane && slice.equals(other.slice);
    }
}
