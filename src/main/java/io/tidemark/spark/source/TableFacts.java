package io.tidemark.spark.source;

import io.tidemark.cohort.Calendar;
import io.tidemark.cohort.Cohort;
import io.tidemark.cohort.Pane;
import io.tidemark.cohort.Reference;
import io.tidemark.cohort.Reference.FixedWindow;
import io.tidemark.cohort.Reference.Moving;
import io.tidemark.cohort.Reference.OtherTable;
import io.tidemark.cohort.Slice;
import io.tidemark.config.MonitorConfig;
import io.tidemark.problem.Problem;
import io.tidemark.problem.Problems;
import io.tidemark.problem.UserMistake;
import io.tidemark.profile.CategoricalProfile;
import io.tidemark.profile.ProfileCodec;
import io.tidemark.spark.pass.ColumnProfiles;
import io.tidemark.spark.pass.GroupIndex;
import io.tidemark.spark.pass.PassPlan;
import io.tidemark.spark.pass.SliceIds;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the pass says of the table as a whole.
 *
 * @param rowsPerCohort rows of each cohort, reference or not
 * @param calendar how the days are taken together
 * @param standingRows rows of each reference that is the same for all cohorts, by its name
 * @param withoutTime rows that have no time
 * @param tooLate rows after the last day that is known
 * @param labels the label's values
 * @param badTimes texts that are no times
 * @param slices the slices that have rows
 */
public record TableFacts(
        Calendar calendar,
        SortedMap<Cohort, Long> rowsPerCohort,
        Map<String, Long> standingRows,
        long withoutTime,
        long tooLate,
        CategoricalProfile labels,
        CategoricalProfile badTimes,
        Set<Slice> slices) {

    /**
     * Reads the facts off the columns of a whole pass that tell of the table.
     *
     * @param labelColumn the column of the label
     * @param timeTexts the column of texts that are no times
     */
    public static TableFacts of(ColumnProfiles labelColumn, ColumnProfiles timeTexts, PassPlan plan) {
        CategoricalProfile badTimes = timeTexts.all().values().stream()
                .map(bytes -> (CategoricalProfile) ProfileCodec.decode(bytes))
                .reduce(CategoricalProfile.empty(), CategoricalProfile::merge);
        SortedMap<Long, Long> rowsPerPane = new TreeMap<>();
        labelColumn
                .all()
                .forEach((pane, bytes) ->
                        rowsPerPane.put(pane, ProfileCodec.decode(bytes).rows()));
        return of(rowsPerPane, labelColumn, badTimes, plan);
    }

    /**
     * Reads the facts off the files of the table.
     *
     * @param labelColumn the column of the label in the rows that were counted
     */
    public static TableFacts of(Collection<SourceFile> files, ColumnProfiles labelColumn, PassPlan plan) {
        SortedMap<Long, Long> rowsPerPane = new TreeMap<>();
        files.forEach(file -> file.rowsPerPane().forEach((pane, rows) -> rowsPerPane.merge(pane, rows, Long::sum)));
        labelColumn.all().forEach((pane, bytes) -> {
            if (PassPlan.isTable(pane)) {
                rowsPerPane.put(pane, ProfileCodec.decode(bytes).rows());
            }
        });
        return of(rowsPerPane, labelColumn, CategoricalProfile.empty(), plan);
    }

    private static TableFacts of(
            SortedMap<Long, Long> rowsPerPane, ColumnProfiles labelColumn, CategoricalProfile badTimes, PassPlan plan) {
        SortedMap<Cohort, Long> rowsPerCohort = new TreeMap<>();
        rowsPerPane.forEach((code, rows) -> {
            if (PassPlan.isPane(code)) {
                rowsPerCohort.merge(plan.calendar().cohortOf(Pane.ofCode(code)), rows, Long::sum);
            }
        });
        CategoricalProfile labels = labelColumn.all().entrySet().stream()
                .filter(entry -> PassPlan.isPane(entry.getKey()))
                .map(entry -> (CategoricalProfile) ProfileCodec.decode(entry.getValue()))
                .reduce(CategoricalProfile.empty(), CategoricalProfile::merge);
        long withoutTime = rowsPerPane.getOrDefault(PassPlan.NO_TIME, 0L) - badTimes.present();
        return new TableFacts(
                plan.calendar(),
                rowsPerCohort,
                standingRows(rowsPerPane, plan),
                withoutTime,
                rowsPerPane.getOrDefault(PassPlan.TOO_LATE, 0L),
                labels,
                badTimes,
                labelColumn.slices().keySet());
    }

    private static Map<String, Long> standingRows(SortedMap<Long, Long> rowsPerPane, PassPlan plan) {
        Map<String, Long> standing = new HashMap<>();
        for (Reference reference : plan.calendar().references()) {
            if (reference instanceof OtherTable table) {
                standing.put(table.id(), rowsPerPane.getOrDefault(plan.paneOf(table), 0L));
            } else if (reference instanceof FixedWindow window) {
                long rows = rowsPerPane.entrySet().stream()
                        .filter(pane -> PassPlan.isPane(pane.getKey())
                                && plan.calendar().belongs(Pane.ofCode(pane.getKey()), window))
                        .mapToLong(Map.Entry::getValue)
                        .sum();
                standing.put(window.id(), rows);
            }
        }
        return standing;
    }

    /** Rows of what a cohort is compared with. */
    public long referenceRows(Reference reference, Cohort cohort) {
        if (reference instanceof Moving moving) {
            return moving.cohortsFor(cohort, calendar.usable(rowsPerCohort.keySet())).stream()
                    .mapToLong(member -> rowsPerCohort.get(member))
                    .sum();
        }
        return standingRows.get(reference.id());
    }

    public long rows() {
        return rowsPerCohort.values().stream().mapToLong(Long::longValue).sum()
                + withoutTime
                + badTimes.present()
                + tooLate;
    }

    /** The cohorts that can be compared with a reference. */
    public NavigableSet<Cohort> compared(Reference reference) {
        return calendar.compared(rowsPerCohort.keySet(), reference);
    }

    /**
     * Makes sure that there is something to compare.
     *
     * @throws UserMistake with everything that stands against it
     */
    public void check(MonitorConfig config) {
        List<Problem> problems = new ArrayList<>();
        String input = config.source().shown();
        String time = config.columns().time();
        if (rows() == 0) {
            throw new UserMistake(Problems.emptyInput(input));
        }
        if (badTimes.present() > 0) {
            String example =
                    badTimes.counts().isEmpty() ? "" : badTimes.counts().firstKey();
            problems.add(Problems.unparsedTimes(time, badTimes.present(), example, rows()));
        } else if (rowsPerCohort.isEmpty()) {
            problems.add(
                    tooLate > 0
                            ? Problems.nothingUntil(
                                    config.asOf().map(LocalDate::toString).orElse(""))
                            : Problems.noTimes(input, time));
        } else {
            checkCohorts(problems);
        }
        config.columns().segments().forEach(segment -> checkSegment(segment.name(), problems));
        if (labels.counts().size() <= 2
                && !config.outcomes().bad().tells(labels.counts().keySet())) {
            problems.add(Problems.unclearLabel(
                    config.columns().label(), labels.counts().keySet()));
        }
        if (labels.counts().size() > 2) {
            problems.add(Problems.labelNotBinary(
                    config.columns().label(),
                    new TreeSet<>(labels.counts().keySet()).stream().limit(5).toList()));
        }
        if (!problems.isEmpty()) {
            throw new UserMistake(problems);
        }
    }

    private void checkSegment(String segment, List<Problem> problems) {
        List<String> values = slices.stream()
                .filter(slice -> segment.equals(slice.key()))
                .map(Slice::value)
                .filter(value -> !value.equals(Slice.MISSING))
                .toList();
        if (values.size() > GroupIndex.MOST_VALUES) {
            List<String> examples = values.stream()
                    .filter(value -> !value.equals(SliceIds.OTHERS))
                    .limit(5)
                    .toList();
            problems.add(Problems.tooManySegments(segment, GroupIndex.MOST_VALUES, examples));
        }
    }

    /** What the user should know of rows that were left out. */
    public List<String> remarks(String time, LocalDate asOf) {
        List<String> remarks = new ArrayList<>();
        if (withoutTime > 0) {
            remarks.add(withoutTime + " of " + rows() + " rows have no " + time + " and belong to no cohort");
        }
        if (tooLate > 0) {
            remarks.add(tooLate + " rows are later than " + asOf + " and were not looked at");
        }
        return remarks;
    }

    private void checkCohorts(List<Problem> problems) {
        Cohort first = rowsPerCohort.firstKey();
        Cohort last = rowsPerCohort.lastKey();
        for (Reference reference : calendar.references()) {
            if (reference instanceof OtherTable && standingRows.get(reference.id()) == 0) {
                problems.add(Problems.emptyReferenceTable(reference.id()));
            } else if (reference instanceof FixedWindow && standingRows.get(reference.id()) == 0) {
                problems.add(Problems.emptyReference(
                        reference.id(),
                        first.window().from().toString(),
                        last.window().to().toString()));
            }
        }
        Reference decisive = calendar.references().get(0);
        if (!problems.isEmpty()) {
            return;
        }
        if (!(decisive instanceof OtherTable) && rowsPerCohort.size() == 1) {
            problems.add(Problems.singleCohort(first.label()));
        } else if (compared(decisive).isEmpty()) {
            problems.add(Problems.nothingToCompare(decisive.id(), first.label() + " to " + last.label()));
        }
    }
}
