package io.tidemark.spark.table;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Set;

/**
 * Rows that an earlier run of the same monitor wrote, and that a run takes over as its own.
 *
 * @param run the earlier run
 * @param starts the days on which their windows begin
 */
public record TakenOver(String run, Set<LocalDate> starts) implements Serializable {
    public TakenOver {
        starts = Set.copyOf(starts);
    }
}
