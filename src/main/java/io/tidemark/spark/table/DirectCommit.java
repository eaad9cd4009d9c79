package io.tidemark.spark.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.DeltaOperations;
import org.apache.spark.sql.delta.OptimisticTransaction;
import org.apache.spark.sql.delta.actions.Action;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.sql.delta.actions.FileAction;
import org.apache.spark.sql.delta.actions.Format;
import org.apache.spark.sql.delta.actions.Metadata;
import scala.Option;
import scala.collection.immutable.Map$;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Commits that need not look at the rows of a table: its first, with comments, constraints and rows at once, one that takes the place of it, and one
 * that takes the place of whole files.
 *
 * <p>Delta's public writers take either a description or rows: with rows they make every column nullable. Creating first and replacing second is
 * two commits, and the second reads the log of the first, which together cost more than all of the job's arithmetic on a small table. This is
 * the transaction that both are made of, so what it guarantees is the same: rows are checked, and of two commits at once, one fails.
 */
public final class DirectCommit {
    private final SparkSession session;
    private final OutputTable<?> table;
    private final String path;

    /** The files of a commit, and the version of the table that it made. */
    public record Written(long version, List<AddFile> files) {}

    DirectCommit(SparkSession session, OutputTable<?> table, String path) {
        this.session = session;
        this.table = table;
        this.path = path;
    }

    /** Creates the table with these rows; empty if it is there already. */
    Optional<Written> create(Dataset<Row> rows) {
        return within(transaction ->
                transaction.readVersion() < 0 ? Optional.of(created(transaction, rows)) : Optional.empty());
    }

    /**
     * Puts rows in the place of those of a partition, or creates the table; empty if it is there and not such as it would be created. What is in
     * the partition is read by Delta's kernel, and of two commits at once that have it in view, one fails.
     */
    Optional<Written> replace(Partition partition, Dataset<Row> rows) {
        return within(transaction -> {
            if (transaction.readVersion() < 0) {
                return Optional.of(created(transaction, rows));
            }
            if (!isAsCreated(transaction.metadata())) {
                return Optional.empty();
            }
            transaction.trackReadPredicates(
                    CollectionConverters.asScala(partition.conditions()).toSeq(), true, true);
            return Removals.of(
                            partition,
                            path,
                            transaction.readVersion(),
                            session.sparkContext().hadoopConfiguration())
                    .map(removed -> commit(transaction, files(transaction, rows), removed, overwrite()));
        });
    }

    /** Adds rows, or creates the table; empty if it is there and not such as it would be created. */
    Optional<Written> append(Dataset<Row> rows) {
        return within(transaction -> {
            if (transaction.readVersion() < 0) {
                return Optional.of(created(transaction, rows));
            }
            return isAsCreated(transaction.metadata())
                    ? Optional.of(commit(transaction, files(transaction, rows), List.of(), appended()))
                    : Optional.empty();
        });
    }

    private Written created(OptimisticTransaction transaction, Dataset<Row> rows) {
        Metadata description = description();
        transaction.updateMetadataForNewTable(description);
        return commit(
                transaction,
                files(transaction, rows),
                List.of(),
                new DeltaOperations.CreateTable(description, false, true, Option.empty()));
    }

    private boolean isAsCreated(Metadata found) {
        return found.schema().equals(table.schema())
                && CollectionConverters.asJava(found.partitionColumns()).equals(table.partitioning());
    }

    /** Puts rows in the place of all that a commit wrote; empty if others have written since. */
    Optional<Written> supersede(Written before, Dataset<Row> rows) {
        return within(transaction -> {
            if (transaction.readVersion() != before.version()) {
                return Optional.empty();
            }
            List<AddFile> added = files(transaction, rows);
            List<Action> removed =
                    before.files().stream().<Action>map(AddFile::remove).toList();
            return Optional.of(commit(transaction, added, removed, overwrite()));
        });
    }

    private Optional<Written> within(Function<OptimisticTransaction, Optional<Written>> work) {
        Option<SparkSession> active = SparkSession.getActiveSession();
        // Delta takes its settings from the thread's session.
        SparkSession.setActiveSession(session);
        try {
            return work.apply(DeltaLog.forTable(session, path).startTransaction(Option.empty(), Option.empty()));
        } finally {
            if (active.isEmpty()) {
                SparkSession.clearActiveSession();
            } else {
                SparkSession.setActiveSession(active.get());
            }
        }
    }

    private static List<AddFile> files(OptimisticTransaction transaction, Dataset<Row> rows) {
        List<AddFile> files = new ArrayList<>();
        for (FileAction file : CollectionConverters.asJava(transaction.writeFiles(rows))) {
            files.add((AddFile) file);
        }
        return files;
    }

    private static Written commit(
            OptimisticTransaction transaction,
            List<AddFile> added,
            List<Action> removed,
            DeltaOperations.Operation operation) {
        List<Action> actions = new ArrayList<>(added);
        actions.addAll(removed);
        long version = transaction.commit(CollectionConverters.asScala(actions).toSeq(), operation);
        return new Written(version, added);
    }

    private Metadata description() {
        Map<String, String> properties = new LinkedHashMap<>();
        table.checks().forEach((name, condition) -> properties.put("delta.constraints." + name, condition));
        return new Metadata(
                UUID.randomUUID().toString(),
                null,
                table.comment(),
                new Format("parquet", Map$.MODULE$.empty()),
                table.schema().json(),
                CollectionConverters.asScala(table.partitioning()).toSeq(),
                scala.collection.immutable.Map.from(CollectionConverters.asScala(properties)),
                Option.apply(System.currentTimeMillis()));
    }

    private static DeltaOperations.Operation overwrite() {
        return write(SaveMode.Overwrite);
    }

    private static DeltaOperations.Operation appended() {
        return write(SaveMode.Append);
    }

    private static DeltaOperations.Operation write(SaveMode mode) {
        return new DeltaOperations.Write(
                mode,
                Option.empty(),
                Option.empty(),
                Option.empty(),
                Option.empty(),
                Option.empty(),
                Option.empty(),
                Option.empty(),
                Option.empty());
    }
}
