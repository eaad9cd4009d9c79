package io.tidemark.spark.table;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Rows that an earlier run of the same monitor wrote, and that a run takes over as its own.
 *
 * @param run the earlier run
 * @param starts the days on which their windows begin
 * @param anew columns that are not taken over, and what a row then has in them
 */
public record TakenOver(String run, Set<LocalDate> starts, Map<String, Cell> anew) implements Serializable {
    /** What a row has in a column, going by what it had; null for none. */
    public interface Cell extends Serializable {
        Object of(StoredRow row);
    }

    public TakenOver(String run, Set<LocalDate> starts) {
        this(run, starts, Map.of());
    }

    public TakenOver {
        starts = Set.copyOf(starts);
        anew = Map.copyOf(anew);
    }

    /** The same but for a column. */
    public TakenOver with(String column, Cell cell) {
        Map<String, Cell> more = new HashMap<>(anew);
        more.put(column, cell);
        return new TakenOver(run, starts, more);
    }
}
