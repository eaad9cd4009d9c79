package io.tidemark.spark.source;

import io.tidemark.cohort.Calendar;
import io.tidemark.cohort.Cohort;
import io.tidemark.cohort.Pane;
import io.tidemark.spark.pass.PassPlan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What has become of the files that an earlier run read.
 *
 * @param kept files as they were
 * @param gone files that are no longer there, or not as they were
 * @param unread files whose rows are not known: new ones, changed ones, and those with rows that were too late then
 */
public record SourceChanges(Map<String, SourceFile> kept, Collection<SourceFile> gone, Set<String> unread) {

    public static SourceChanges between(Collection<SourceFile> earlier, SortedMap<String, String> now) {
        Map<String, SourceFile> kept = new TreeMap<>();
        Collection<SourceFile> gone = new ArrayList<>();
        earlier.forEach(file -> {
            boolean isAsItWas = file.identity().equals(now.get(file.path()));
            if (isAsItWas && !file.hasRowsAfterLastDay()) {
                kept.put(file.path(), file);
            } else {
                gone.add(file);
            }
        });
        Set<String> unread = new TreeSet<>(now.keySet());
        unread.removeAll(kept.keySet());
        return new SourceChanges(kept, gone, unread);
    }

    /** The cohorts that have other rows than before, once the unread files are known. */
    public Set<Cohort> changedCohorts(Collection<SourceFile> read, Calendar calendar) {
        Set<Cohort> changed = new TreeSet<>();
        Stream.concat(gone.stream(), read.stream())
                .flatMap(file -> file.rowsPerPane().keySet().stream())
                .filter(PassPlan::isPane)
                .forEach(code -> changed.add(calendar.cohortOf(Pane.ofCode(code))));
        return changed;
    }
}
