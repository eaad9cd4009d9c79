package io.tidemark.incident;

import io.tidemark.cohort.Cohort;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * A cohort has more than twice, or less than half, the median number of applicants of the three cohorts before it, and by more than six times
 * the square root of that number. Needs three cohorts before.
 */
final class VolumeChange {
    private static final int BEFORE = 3;
    private static final double FACTOR = 2;
    private static final double STANDARD_ERRORS = 6;

    private VolumeChange() {}

    /** The incidents of the table as a whole, each dated by itself: the cohorts before move on with it. */
    static List<DataIncident> observe(SortedMap<Cohort, Long> rowsPerCohort) {
        List<DataIncident> incidents = new ArrayList<>();
        List<Long> before = new ArrayList<>();
        for (Map.Entry<Cohort, Long> entry : rowsPerCohort.entrySet()) {
            Cohort cohort = entry.getKey();
            long rows = entry.getValue();
            if (before.size() == BEFORE) {
                double expected = median(before);
                boolean isFar = rows > FACTOR * expected || rows < expected / FACTOR;
                if (isFar && Math.abs(rows - expected) > STANDARD_ERRORS * Math.sqrt(expected)) {
                    String sentence = cohort.label() + " has " + rows + " applicants, the three cohorts before it had "
                            + Words.number(expected) + " (median)"
                            + (rows < expected ? ": it may not be complete" : "");
                    incidents.add(new DataIncident(
                            cohort, DataIncident.TABLE, IncidentKind.VOLUME, rows, expected, cohort, sentence));
                }
                before.remove(0);
            }
            before.add(rows);
        }
        return incidents;
    }

    private static double median(List<Long> values) {
        long[] sorted = values.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
