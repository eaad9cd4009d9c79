package io.tidemark.spark.source;

import static org.apache.spark.sql.functions.lit;

import io.tidemark.cohort.Calendar;
import io.tidemark.cohort.Cohort;
import io.tidemark.cohort.Window;
import io.tidemark.profile.CategoricalProfile;
import io.tidemark.profile.ProfileCodec;
import io.tidemark.spark.pass.ColumnPaths;
import io.tidemark.spark.pass.ColumnProfiles;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.TimestampNTZType;

/** Which rows are in which file, and reading no more files than have to be read. */
public final class SourceReading {
    /** From this part of the rows on it is cheaper to leave out files by their times than to ask every row for its file. */
    private static final int MUCH = 4;

    private final Dataset<Row> table;
    private final String timeName;
    private final DataType timeType;

    public SourceReading(Dataset<Row> table, String timeName) {
        this.table = table;
        this.timeName = timeName;
        this.timeType = ColumnPaths.type(table.schema(), timeName);
    }

    /** What a whole pass says of each file; empty if that is not known of all of them. */
    public static Optional<List<SourceFile>> of(ColumnProfiles files, SortedMap<String, String> listing) {
        Map<String, SortedMap<Long, Long>> rows = new HashMap<>();
        for (Map.Entry<Long, byte[]> pane : files.all().entrySet()) {
            CategoricalProfile profile = (CategoricalProfile) ProfileCodec.decode(pane.getValue());
            if (profile.rest().rows() > 0) {
                return Optional.empty();
            }
            profile.counts()
                    .forEach((name, count) -> rows.computeIfAbsent(SourceFiles.pathOf(name), any -> new TreeMap<>())
                            .merge(pane.getKey(), count, Long::sum));
        }
        return listing.keySet().containsAll(rows.keySet()) ? Optional.of(listed(listing, rows)) : Optional.empty();
    }

    private static List<SourceFile> listed(
            SortedMap<String, String> listing, Map<String, ? extends SortedMap<Long, Long>> rows) {
        List<SourceFile> files = new ArrayList<>();
        listing.forEach((path, identity) -> {
            SortedMap<Long, Long> found = rows.get(path);
            files.add(new SourceFile(path, identity, found == null ? new TreeMap<>() : found));
        });
        return files;
    }

    /** The rows of some files. */
    public Dataset<Row> rowsIn(Collection<String> paths) {
        return SourceFiles.rowsIn(table, paths);
    }

    /**
     * The rows of some cohorts of the table; others may be among them. Files without any are not opened or, where the others hold much of the table and
     * files say themselves which times they have, not read.
     *
     * @param all the files of the table
     */
    public Dataset<Row> rowsOf(Collection<Cohort> cohorts, Calendar calendar, Collection<SourceFile> all) {
        long wanted = with(cohorts, calendar, all).mapToLong(SourceFile::rows).sum();
        long rows = all.stream().mapToLong(SourceFile::rows).sum();
        boolean areMany = wanted > rows / MUCH;
        return areMany && !(timeType instanceof StringType) && SourceFiles.areSkippedByTheirTimes(table)
                ? within(cohorts, table)
                : rowsIn(cohorts, calendar, all);
    }

    /** The rows of some cohorts in some files, and in no others; rows of other cohorts may be among them. */
    public Dataset<Row> rowsIn(Collection<Cohort> cohorts, Calendar calendar, Collection<SourceFile> files) {
        return within(
                cohorts,
                rowsIn(with(cohorts, calendar, files).map(SourceFile::path).collect(Collectors.toSet())));
    }

    private static Stream<SourceFile> with(
            Collection<Cohort> cohorts, Calendar calendar, Collection<SourceFile> files) {
        return files.stream().filter(file -> file.hasAnyOf(cohorts, calendar));
    }

    private Dataset<Row> within(Collection<Cohort> cohorts, Dataset<Row> rows) {
        if (timeType instanceof StringType) {
            return rows;
        }
        Column time = ColumnPaths.column(table.schema(), timeName);
        return rows.where(spans(cohorts).stream()
                .map(span -> time.geq(moment(span.from())).and(time.lt(moment(span.end()))))
                .reduce(Column::or)
                .orElseThrow());
    }

    /** Cohorts that follow each other make one span: every row is held against each. */
    private static List<Window> spans(Collection<Cohort> cohorts) {
        List<Window> spans = new ArrayList<>();
        for (Cohort cohort : new TreeSet<>(cohorts)) {
            int last = spans.size() - 1;
            if (last >= 0 && spans.get(last).end().equals(cohort.start())) {
                spans.set(
                        last, new Window(spans.get(last).from(), cohort.window().to()));
            } else {
                spans.add(cohort.window());
            }
        }
        return spans;
    }

    private Column moment(LocalDate day) {
        if (timeType instanceof DateType) {
            return lit(day);
        }
        // An instant is compared with an instant, a local time with a local one, so that the comparison can go into the
        // files.
        return timeType instanceof TimestampNTZType
                ? lit(day.atStartOfDay())
                : lit(day.atStartOfDay().toInstant(ZoneOffset.UTC));
    }
}
