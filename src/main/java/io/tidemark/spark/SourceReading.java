package io.tidemark.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import io.tidemark.cohort.Calendar;
import io.tidemark.cohort.Cohort;
import io.tidemark.profile.CategoricalProfile;
import io.tidemark.profile.ProfileCodec;
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
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.TimestampNTZType;

/** Which rows are in which file, and reading no more files than have to be read. */
final class SourceReading {
    private static final Column FILE = col("_metadata.file_path");

    private final Dataset<Row> table;
    private final String timeName;
    private final DataType timeType;

    SourceReading(Dataset<Row> table, String timeName) {
        this.table = table;
        this.timeName = timeName;
        this.timeType = ColumnPaths.type(table.schema(), timeName);
    }

    /** What a whole pass says of each file; empty if that is not known of all of them. */
    static Optional<List<SourceFile>> of(ColumnProfiles files, SortedMap<String, String> listing) {
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

    /** Reads the times of some files; empty if some of them are none, which a whole pass will tell. */
    Optional<List<SourceFile>> read(SortedMap<String, String> files, PassPlan plan) {
        if (files.isEmpty()) {
            return Optional.of(List.of());
        }
        Column time = ColumnPaths.column(table.schema(), timeName);
        Column day = timeType instanceof StringType ? time.try_cast("timestamp").cast("date") : time.cast("date");
        List<Row> counts = table.where(FILE.isin(files.keySet().toArray()))
                .groupBy(
                        FILE.as("file"),
                        day.as("day"),
                        day.isNull().and(time.isNotNull()).as("bad"))
                .agg(count(lit(1)))
                .collectAsList();
        Map<String, SortedMap<Long, Long>> rows = new HashMap<>();
        for (Row row : counts) {
            if (row.getBoolean(2)) {
                return Optional.empty();
            }
            int epochDay = row.isNullAt(1)
                    ? Block.NO_DAY
                    : (int) row.getDate(1).toLocalDate().toEpochDay();
            rows.computeIfAbsent(row.getString(0), any -> new TreeMap<>())
                    .merge(plan.paneOf(epochDay), row.getLong(3), Long::sum);
        }
        return Optional.of(listed(files, rows));
    }

    /** The rows of some cohorts; others may be among them. */
    Dataset<Row> rowsOf(Collection<Cohort> cohorts, Calendar calendar, Collection<SourceFile> files) {
        Object[] paths = files.stream()
                .filter(file -> file.hasAnyOf(cohorts, calendar))
                .map(SourceFile::path)
                .toArray();
        Dataset<Row> some = SourceFiles.isDelta(table) ? table : table.where(FILE.isin(paths));
        if (timeType instanceof StringType) {
            return some;
        }
        Column time = ColumnPaths.column(table.schema(), timeName);
        return some.where(cohorts.stream()
                .map(cohort -> time.geq(moment(cohort.start())).and(time.lt(moment(cohort.end()))))
                .reduce(Column::or)
                .orElseThrow());
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
