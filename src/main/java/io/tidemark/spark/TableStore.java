package io.tidemark.spark;

import io.delta.tables.DeltaTable;
import io.tidemark.problem.Problems;
import io.tidemark.spark.DirectCommit.Written;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The output tables of one directory. */
final class TableStore {
    private final SparkSession session;
    private final String directory;

    TableStore(SparkSession session, String directory) {
        this.session = Sessions.forSmallTables(session);
        this.directory = directory;
    }

    /** Where a table is, in full: Delta takes a relative path for a table's name. */
    String path(OutputTable<?> table) {
        Path path = new Path(directory, table.name());
        try {
            return path.getFileSystem(session.sparkContext().hadoopConfiguration())
                    .makeQualified(path)
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException("the file system of " + directory + " does not answer", e);
        }
    }

    boolean has(OutputTable<?> table) {
        return DeltaTable.isDeltaTable(session, path(table));
    }

    /** The rows of a table that is there. */
    Dataset<Row> read(OutputTable<?> table) {
        return session.read().format("delta").load(path(table));
    }

    /** A table that is there, to be read without Spark's reader. */
    StoredTable open(OutputTable<?> table) {
        return StoredTable.open(path(table), session.sparkContext().hadoopConfiguration());
    }

    /**
     * Makes sure that tables can be written, leaving nothing behind.
     *
     * @throws io.tidemark.problem.UserMistake if they cannot
     */
    void checkWritable() {
        Failures.orMistake(
                () -> {
                    Path root = new Path(directory);
                    FileSystem files = root.getFileSystem(session.sparkContext().hadoopConfiguration());
                    Path existing = root;
                    while (!files.exists(existing)) {
                        existing = existing.getParent();
                    }
                    if (!files.getFileStatus(existing).isDirectory()) {
                        throw new IOException(existing.toUri().getPath() + " is a file");
                    }
                    Path probe = new Path(existing, ".tidemark-probe");
                    files.create(probe, true).close();
                    files.delete(probe, false);
                    return true;
                },
                reason -> Problems.unwritableOutput(directory, reason));
    }

    /**
     * Which rows a write takes the place of.
     *
     * @param condition in SQL
     * @param isOfPartitions whether it is on nothing but what the table is partitioned by
     */
    record Replaced(String condition, boolean isOfPartitions) {
        /** Those of them that meet one more condition. */
        Replaced and(String other) {
            return new Replaced(condition + " AND " + other, false);
        }
    }

    /** Adds rows that none are there for yet, creating the table if it is not there; one commit. */
    <T> Optional<Written> append(OutputTable<T> table, RunId run, List<T> values) {
        Dataset<Row> rows = rows(table, run, values);
        Optional<Written> written =
                direct(table).create(rows).or(() -> direct(table).append(rows));
        if (written.isEmpty()) {
            rows.write()
                    .format("delta")
                    .mode("append")
                    .option("mergeSchema", "true")
                    .save(path(table));
        }
        return written;
    }

    /** Puts rows in the place of others, creating the table if it is not there; one commit. */
    <T> Optional<Written> replace(OutputTable<T> table, RunId run, JavaRDD<T> values, Replaced replaced) {
        // The shares that computing needs would be as many small files.
        int files = session.sparkContext().defaultParallelism();
        JavaRDD<Row> rows = values.map(value -> table.row(run, value)).coalesce(files);
        return replace(table, session.createDataFrame(rows, table.schema()), replaced);
    }

    /** The same for values that the driver holds. */
    <T> Optional<Written> replace(OutputTable<T> table, RunId run, List<T> values, Replaced replaced) {
        return replace(table, rows(table, run, values), replaced);
    }

    /** The same for rows that a commit just wrote, where it is known and nobody has written since. */
    <T> Optional<Written> supersede(
            Optional<Written> before, OutputTable<T> table, RunId run, List<T> values, Replaced replaced) {
        Dataset<Row> rows = rows(table, run, values);
        Optional<Written> written = before.flatMap(commit -> direct(table).supersede(commit, rows));
        return written.isPresent() ? written : replace(table, rows, replaced);
    }

    private <T> Dataset<Row> rows(OutputTable<T> table, RunId run, List<T> values) {
        List<Row> rows = values.stream().map(value -> table.row(run, value)).toList();
        return session.createDataFrame(rows, table.schema());
    }

    private Optional<Written> replace(OutputTable<?> table, Dataset<Row> rows, Replaced replaced) {
        Optional<Written> written = direct(table).create(rows);
        if (written.isEmpty() && replaced.isOfPartitions()) {
            written = direct(table).replace(replaced.condition(), rows);
        }
        if (written.isEmpty()) {
            rows.write()
                    .format("delta")
                    .mode("overwrite")
                    .option("replaceWhere", replaced.condition())
                    .option("mergeSchema", "true")
                    .save(path(table));
        }
        return written;
    }

    private DirectCommit direct(OutputTable<?> table) {
        return new DirectCommit(session, table, path(table));
    }

    static Replaced ofMonitor(RunId run) {
        return new Replaced(OutputTable.MONITOR + " = " + quoted(run.monitor()), true);
    }

    static Replaced ofRun(RunId run) {
        return ofMonitor(run).and("run_id = " + quoted(run.id()));
    }

    /** Of a table that is partitioned by these days. */
    static Replaced ofDay(RunId run, LocalDate asOf) {
        return new Replaced(ofMonitor(run).condition() + " AND as_of = DATE '" + asOf + "'", true);
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
