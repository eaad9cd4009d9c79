package io.tidemark.spark;

import io.tidemark.cohort.Calendar;
import io.tidemark.cohort.Cohort;
import io.tidemark.cohort.Pane;
import io.tidemark.cohort.Slice;
import io.tidemark.config.MonitorConfig;
import io.tidemark.problem.Problem;
import io.tidemark.problem.Problems;
import io.tidemark.problem.UserMistake;
import io.tidemark.profile.CategoricalProfile;
import io.tidemark.profile.ProfileCodec;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the pass says of the table as a whole.
 *
 * @param rowsPerCohort rows of each cohort, reference or not
 * @param referenceRows rows of the reference
 * @param withoutTime rows that have no time
 * @param tooLate rows after the last day that is known
 * @param labels the label's values
 * @param badTimes texts that are no times
 * @param slices the slices that have rows
 */
record TableFacts(
        SortedMap<Cohort, Long> rowsPerCohort,
        long referenceRows,
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
    static TableFacts of(ColumnProfiles labelColumn, ColumnProfiles timeTexts, Calendar calendar) {
        CategoricalProfile badTimes = timeTexts.all().values().stream()
                .map(bytes -> (CategoricalProfile) ProfileCodec.decode(bytes))
                .reduce(CategoricalProfile.empty(), CategoricalProfile::merge);
        SortedMap<Long, Long> rowsPerPane = new TreeMap<>();
        labelColumn
                .all()
                .forEach((pane, bytes) ->
                        rowsPerPane.put(pane, ProfileCodec.decode(bytes).rows()));
        return of(rowsPerPane, labelColumn, badTimes, calendar);
    }

    /**
     * Reads the facts off the files of the table.
     *
     * @param labelColumn the column of the label in the rows that were counted
     */
    static TableFacts of(Collection<SourceFile> files, ColumnProfiles labelColumn, Calendar calendar) {
        SortedMap<Long, Long> rowsPerPane = new TreeMap<>();
        files.forEach(file -> file.rowsPerPane().forEach((pane, rows) -> rowsPerPane.merge(pane, rows, Long::sum)));
        byte[] referenceTable = labelColumn.all().get(PassPlan.REFERENCE_TABLE);
        if (referenceTable != null) {
            rowsPerPane.put(
                    PassPlan.REFERENCE_TABLE,
                    ProfileCodec.decode(referenceTable).rows());
        }
        return of(rowsPerPane, labelColumn, CategoricalProfile.empty(), calendar);
    }

    private static TableFacts of(
            SortedMap<Long, Long> rowsPerPane,
            ColumnProfiles labelColumn,
            CategoricalProfile badTimes,
            Calendar calendar) {
        SortedMap<Cohort, Long> rowsPerCohort = new TreeMap<>();
        long referenceRows = rowsPerPane.getOrDefault(PassPlan.REFERENCE_TABLE, 0L);
        for (Map.Entry<Long, Long> entry : rowsPerPane.entrySet()) {
            if (PassPlan.isPane(entry.getKey())) {
                Pane pane = Pane.ofCode(entry.getKey());
                rowsPerCohort.merge(
                        new Cohort(calendar.granularity(), pane.cohortStart()), entry.getValue(), Long::sum);
                referenceRows += pane.part() == Pane.Part.IN_REFERENCE ? entry.getValue() : 0;
            }
        }
        CategoricalProfile labels = labelColumn.all().entrySet().stream()
                .filter(entry -> PassPlan.isPane(entry.getKey()))
                .map(entry -> (CategoricalProfile) ProfileCodec.decode(entry.getValue()))
                .reduce(CategoricalProfile.empty(), CategoricalProfile::merge);
        long withoutTime = rowsPerPane.getOrDefault(PassPlan.NO_TIME, 0L) - badTimes.present();
        return new TableFacts(
                rowsPerCohort,
                referenceRows,
                withoutTime,
                rowsPerPane.getOrDefault(PassPlan.TOO_LATE, 0L),
                labels,
                badTimes,
                labelColumn.slices().keySet());
    }

    long rows() {
        return rowsPerCohort.values().stream().mapToLong(Long::longValue).sum()
                + withoutTime
                + badTimes.present()
                + tooLate;
    }

    /** The cohorts that are compared with the reference. */
    List<Cohort> compared(Calendar calendar) {
        return rowsPerCohort.keySet().stream()
                .filter(cohort -> !calendar.isReference(cohort))
                .toList();
    }

    /**
     * Makes sure that there is something to compare.
     *
     * @throws UserMistake with everything that stands against it
     */
    void check(MonitorConfig config, Calendar calendar) {
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
            checkCohorts(config, calendar, problems);
        }
        config.columns().segments().forEach(segment -> checkSegment(segment, problems));
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
                    .filter(value -> !value.equals(GroupIndex.OTHERS))
                    .limit(5)
                    .toList();
            problems.add(Problems.tooManySegments(segment, GroupIndex.MOST_VALUES, examples));
        }
    }

    /** What the user should know of rows that were left out. */
    List<String> remarks(String time, LocalDate asOf) {
        List<String> remarks = new ArrayList<>();
        if (withoutTime > 0) {
            remarks.add(withoutTime + " of " + rows() + " rows have no " + time + " and belong to no cohort");
        }
        if (tooLate > 0) {
            remarks.add(tooLate + " rows are later than " + asOf + " and were not looked at");
        }
        return remarks;
    }

    private void checkCohorts(MonitorConfig config, Calendar calendar, List<Problem> problems) {
        Cohort first = rowsPerCohort.firstKey();
        Cohort last = rowsPerCohort.lastKey();
        String reference = config.reference().id();
        boolean isTable = config.referenceSource().isPresent();
        if (referenceRows == 0) {
            problems.add(
                    isTable
                            ? Problems.emptyReferenceTable(reference)
                            : Problems.emptyReference(
                                    reference,
                                    first.window().from().toString(),
                                    last.window().to().toString()));
        } else if (!isTable && rowsPerCohort.size() == 1) {
            problems.add(Problems.singleCohort(first.label()));
        } else if (compared(calendar).isEmpty()) {
            problems.add(Problems.nothingToCompare(reference, first.label() + " to " + last.label()));
        }
    }
}
