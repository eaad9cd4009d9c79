package io.tidemark.spark.source;

import io.tidemark.cohort.Calendar;
import io.tidemark.cohort.Cohort;
import io.tidemark.cohort.Pane;
import io.tidemark.spark.pass.PassPlan;
import java.io.Serializable;
import java.util.Collection;
import java.util.SortedMap;

/**
 * A file of the input as a run found it.
 *
 * @param identity what changes when its rows do
 * @param rowsPerPane how many rows it has of each pane, those without a time and those after the last day among them; by the panes' codes
 */
public record SourceFile(String path, String identity, SortedMap<Long, Long> rowsPerPane) implements Serializable {
    /** Whether it has rows of any of some cohorts. */
    public boolean hasAnyOf(Collection<Cohort> cohorts, Calendar calendar) {
        return rowsPerPane.keySet().stream()
                .anyMatch(code -> PassPlan.isPane(code) && cohorts.contains(calendar.cohortOf(Pane.ofCode(code))));
    }

    long rows() {
        return rowsPerPane.values().stream().mapToLong(Long::longValue).sum();
    }

    boolean hasRowsAfterLastDay() {
        return rowsPerPane.containsKey(PassPlan.TOO_LATE);
    }
}
