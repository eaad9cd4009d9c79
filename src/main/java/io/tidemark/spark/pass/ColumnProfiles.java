package io.tidemark.spark.pass;

import io.tidemark.cohort.Slice;
import java.io.Serializable;
import java.util.Map;

/**
 * One column of the pass through all slices and panes.
 *
 * @param column its place in the pass
 * @param slices the profile of each pane of each slice, encoded; all applicants among them
 */
public record ColumnProfiles(int column, Map<Slice, Map<Long, byte[]>> slices) implements Serializable {
    /** The panes of all applicants. */
    public Map<Long, byte[]> all() {
        return slices.getOrDefault(Slice.ALL, Map.of());
    }
}
