package io.tidemark.spark.table;

import io.delta.exceptions.DeltaConcurrentModificationException;
import io.delta.tables.DeltaTable;
import io.tidemark.problem.Problems;
import io.tidemark.problem.UserMistake;
import io.tidemark.spark.table.DirectCommit.Written;
import io.tidemark.spark.table.StoredTable.Wanted;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** The output tables of one directory. */
public final class TableStore {
    private final SparkSession session;
    private final String directory;

    public TableStore(SparkSession session, String directory) {
        this.session = Sessions.forSmallTables(session);
        this.directory = directory;
    }

    /** Where a table is, in full: Delta takes a relative path for a table's name. */
    public String path(OutputTable<?> table) {
        Path path = new Path(directory, table.name());
        try {
            return path.getFileSystem(session.sparkContext().hadoopConfiguration())
                    .makeQualified(path)
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException("the file system of " + directory + " does not answer", e);
        }
    }

    public boolean has(OutputTable<?> table) {
        return DeltaTable.isDeltaTable(session, path(table));
    }

    /** The rows of a table that is there. */
    public Dataset<Row> read(OutputTable<?> table) {
        return session.read().format("delta").load(path(table));
    }

    /** A table that is there, to be read without Spark's reader. */
    public StoredTable open(OutputTable<?> table) {
        return StoredTable.open(path(table), session.sparkContext().hadoopConfiguration());
    }

    /** The values of a table's rows where they are few; none where it is not there, or has not got the columns. */
    public <T> List<T> few(OutputTable<?> table, Wanted wanted, Function<StoredRow, Optional<T>> reader) {
        return has(table) ? open(table).few(wanted, reader) : List.of();
    }

    /**
     * Makes sure that tables can be written, leaving nothing behind.
     *
     * @throws UserMistake if they cannot
     */
    public void checkWritable() {
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

    /** Puts rows in the place of those of a partition, creating the table if it is not there; one commit. */
    public <T> void replace(OutputTable<T> table, RunId run, JavaRDD<T> values, Partition partition) {
        replace(table, run, rows(table, run, values), partition);
    }

    /**
     * The same, with rows of an earlier run beside them.
     *
     * @throws UserMistake if these are not there any more
     */
    public <T> void replace(
            OutputTable<T> table, RunId run, JavaRDD<T> values, Optional<TakenOver> takenOver, Partition partition) {
        JavaRDD<Row> rows = values.map(value -> table.row(run, value));
        replace(
                table,
                run,
                rows(
                        table,
                        takenOver
                                .map(earlier -> rows.union(rows(table, run, earlier)))
                                .orElse(rows)),
                partition);
    }

    /** The same for values that the driver holds. */
    public <T> void replace(OutputTable<T> table, RunId run, List<T> values, Partition partition) {
        replace(table, run, rows(table, run, values), partition);
    }

    private void replace(OutputTable<?> table, RunId run, Dataset<Row> rows, Partition partition) {
        commit(
                run,
                () -> direct(table).replace(partition, rows),
                () -> replaceWhere(table, rows, partition.condition()));
    }

    /** Puts rows in the place of some of a partition, creating the table if it is not there; one commit. */
    public <T> void replace(OutputTable<T> table, RunId run, JavaRDD<T> values, Portion portion) {
        Dataset<Row> rows = rows(table, run, values);
        commit(
                run,
                () -> direct(table).add(portion, rows),
                () -> replaceWhere(table, rows, portion.conditionOfTable()));
    }

    /** Adds rows, creating the table if it is not there; one commit. */
    public <T> Optional<Written> append(OutputTable<T> table, RunId run, List<T> values) {
        Dataset<Row> rows = rows(table, run, values);
        return commit(
                run,
                () -> direct(table).append(rows),
                () -> write(rows, SaveMode.Append).save(path(table)));
    }

    /** Puts rows in the place of those that a commit wrote; of those that meet a condition where it is not known, or others have written since. */
    public <T> void supersede(
            Optional<Written> before, OutputTable<T> table, RunId run, List<T> values, String condition) {
        Dataset<Row> rows = rows(table, run, values);
        commit(
                run,
                () -> before.flatMap(written -> direct(table).supersede(written, rows))
                        .or(() -> direct(table).create(rows)),
                () -> replaceWhere(table, rows, condition));
    }

    private <T> Dataset<Row> rows(OutputTable<T> table, RunId run, JavaRDD<T> values) {
        return rows(table, values.map(value -> table.row(run, value)));
    }

    private Dataset<Row> rows(OutputTable<?> table, JavaRDD<Row> rows) {
        // The shares that computing needs would be as many small files.
        int files = session.sparkContext().defaultParallelism();
        return session.createDataFrame(rows.coalesce(files), table.schema());
    }

    /** Rows of an earlier run as those of another. */
    private JavaRDD<Row> rows(OutputTable<?> table, RunId run, TakenOver takenOver) {
        StructType schema = table.schema();
        int runId = schema.fieldIndex(OutputTable.RUN_ID);
        int window = schema.fieldIndex(OutputTable.WINDOW);
        Wanted ofMonitor = new Wanted(OutputTable.MONITOR, run.monitor(), List.of(schema.fieldNames()));
        StoredTable stored = open(table);
        checkStillThere(stored, run.monitor(), takenOver);
        return stored.values(JavaSparkContext.fromSparkContext(session.sparkContext()), ofMonitor, row -> {
            boolean isWanted = row.getString(runId).equals(takenOver.run())
                    && takenOver.starts().contains(StoredRow.startOf(row.getStruct(window)));
            if (!isWanted) {
                return Optional.empty();
            }
            Object[] cells = SparkRows.cells(row, schema);
            cells[runId] = run.id();
            takenOver.anew().forEach((column, cell) -> cells[schema.fieldIndex(column)] = cell.of(new StoredRow(row)));
            return Optional.of(RowFactory.create(cells));
        });
    }

    /** Another run may have replaced them since it was found that they could be taken over. */
    private static void checkStillThere(StoredTable stored, String monitor, TakenOver takenOver) {
        Wanted windows = new Wanted(OutputTable.MONITOR, monitor, OutputTable.RUN_ID, OutputTable.WINDOW);
        List<LocalDate> there = stored.few(
                windows,
                row -> Optional.of(row)
                        .filter(one -> one.text(OutputTable.RUN_ID).equals(takenOver.run()))
                        .map(StoredRow::start));
        if (!new HashSet<>(there).containsAll(takenOver.starts())) {
            throw new UserMistake(Problems.overtaken(monitor));
        }
    }

    private <T> Dataset<Row> rows(OutputTable<T> table, RunId run, List<T> values) {
        List<Row> rows = values.stream().map(value -> table.row(run, value)).toList();
        return session.createDataFrame(rows, table.schema());
    }

    /**
     * Commits, in Delta's own way where the direct one is not open.
     *
     * @throws UserMistake if another run of the monitor has come in between
     */
    private static Optional<Written> commit(RunId run, Supplier<Optional<Written>> directly, Runnable otherwise) {
        try {
            Optional<Written> written = directly.get();
            if (written.isEmpty()) {
                otherwise.run();
            }
            return written;
        } catch (DeltaConcurrentModificationException e) {
            UserMistake mistake = new UserMistake(Problems.overtaken(run.monitor()));
            mistake.initCause(e);
            throw mistake;
        }
    }

    private void replaceWhere(OutputTable<?> table, Dataset<Row> rows, String condition) {
        write(rows, SaveMode.Overwrite).option("replaceWhere", condition).save(path(table));
    }

    /** Delta's own way, which takes a table of an earlier version as well. */
    private static DataFrameWriter<Row> write(Dataset<Row> rows, SaveMode mode) {
        return rows.write().format("delta").mode(mode).option("mergeSchema", "true");
    }

    private DirectCommit direct(OutputTable<?> table) {
        return new DirectCommit(session, table, path(table));
    }

    /** The condition that a run's own row in the table of runs meets. */
    public static String ofRun(RunId run) {
        return Partition.ofMonitor(run).condition() + " AND run_id = '" + run.id() + "'";
    }
}
