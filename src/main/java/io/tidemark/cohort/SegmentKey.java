package io.tidemark.cohort;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/**
 * One way of cutting applicants into slices: by the values of a column, or by the values of several together.
 *
 * @param columns the columns, at least one, none of them twice
 */
public record SegmentKey(List<String> columns) implements Serializable {
    private static final String CROSS = "*";

    public SegmentKey {
        columns = List.copyOf(columns);
        if (columns.isEmpty() || columns.contains("")) {
            throw new IllegalArgumentException("names no column");
        }
        if (columns.stream().distinct().count() < columns.size()) {
            throw new IllegalArgumentException("crosses a column with itself");
        }
    }

    /** Reads {@code a}, or {@code a*b} for the values of two columns together. */
    public static SegmentKey parse(String text) {
        return new SegmentKey(
                Arrays.stream(text.split("\\*", -1)).map(String::strip).toList());
    }

    /** The key of its slices: {@code a}, {@code a*b}. */
    public String name() {
        return String.join(CROSS, columns);
    }

    /** The slice of applicants with these values, one for each column. */
    public Slice slice(List<String> values) {
        return new Slice(name(), String.join(CROSS, values));
    }
}
