package io.tidemark.cohort;

import java.io.Serializable;
import java.util.Comparator;

/**
 * The applicants that are looked at together within a cohort: all of them, or those with one value of a segment column.
 *
 * @param key the segment column; null for all applicants
 * @param value its value; null for all applicants
 */
public record Slice(String key, String value) implements Serializable, Comparable<Slice> {
    /** All applicants. */
    public static final Slice ALL = new Slice(null, null);

    /** The value of applicants who have none. */
    public static final String MISSING = "(missing)";

    private static final Comparator<Slice> BY_NAME = Comparator.comparing(
                    Slice::key, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Slice::value, Comparator.nullsFirst(Comparator.naturalOrder()));

    public Slice {
        if ((key == null) != (value == null)) {
            throw new IllegalArgumentException("a slice has a key and a value, or neither");
        }
    }

    public boolean isAll() {
        return key == null;
    }

    @Override
    public int compareTo(Slice other) {
        return BY_NAME.compare(this, other);
    }
}
