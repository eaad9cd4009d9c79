package io.tidemark.spark;

import java.io.Serializable;
import java.util.Map;

/**
 * One column of the pass through all panes.
 *
 * @param column its place in the pass
 * @param panes the profile of each pane, encoded
 */
record ColumnProfiles(int column, Map<Long, byte[]> panes) implements Serializable {}
