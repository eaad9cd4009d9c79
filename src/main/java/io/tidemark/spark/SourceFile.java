package io.tidemark.spark;

import io.tidemark.cohort.Pane;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Collection;
import java.util.SortedMap;

/**
 * A file of the input as a run found it.
 *
 * @param identity what changes when its rows do
 * @param rowsPerPane how many rows it has of each pane, those without a time and those after the last day among them; by the panes' codes
 */
record SourceFile(String path, String identity, SortedMap<Long, Long> rowsPerPane) implements Serializable {
    /** Whether it has rows of any of some cohorts, given by their first days. */
    boolean hasAnyOf(Collection<LocalDate> cohorts) {
        return rowsPerPane.keySet().stream()
                .anyMatch(code -> PassPlan.isPane(code)
                        && cohorts.contains(Pane.ofCode(code).cohortStart()));
    }

    boolean hasRowsAfterLastDay() {
        return rowsPerPane.containsKey(PassPlan.TOO_LATE);
    }
}
