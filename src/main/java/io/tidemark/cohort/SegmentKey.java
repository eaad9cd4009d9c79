package io.tidemark.cohort;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One way of cutting applicants into slices: by the values of a column, or by the values of several together.
 *
 * @param columns the columns, at least one, none of them twice
 */
public record SegmentKey(List<String> columns) implements Serializable {
    private static final String CROSS = "*";
    /** A star that is part of a name is written with a backslash before it. */
    private static final String ESCAPED = "\\*";

    private static final Pattern CROSSES = Pattern.compile("(?<!\\\\)\\*");

    public SegmentKey {
        columns = List.copyOf(columns);
        if (columns.isEmpty() || columns.contains("")) {
            throw new IllegalArgumentException("names no column");
        }
        if (columns.stream().distinct().count() < columns.size()) {
            throw new IllegalArgumentException("crosses a column with itself");
        }
    }

    /** Reads {@code a}, or {@code a*b} for the values of two columns together; a star of a name itself is written {@code \*}. */
    public static SegmentKey parse(String text) {
        return new SegmentKey(Arrays.stream(CROSSES.split(text, -1))
                .map(name -> name.strip().replace(ESCAPED, CROSS))
                .toList());
    }

    /** The key of its slices: {@code a}, {@code a*b}. It reads back as the same key. */
    public String name() {
        return crossed(columns);
    }

    /** The slice of applicants with these values, one for each column. The value of a single column is left as it is. */
    public Slice slice(List<String> values) {
        return new Slice(name(), values.size() == 1 ? values.get(0) : crossed(values));
    }

    private static String crossed(List<String> parts) {
        return parts.stream().map(part -> part.replace(CROSS, ESCAPED)).collect(Collectors.joining(CROSS));
    }
}
