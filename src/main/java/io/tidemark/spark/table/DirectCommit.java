package io.tidemark.spark.table;

import io.delta.exceptions.DeltaConcurrentModificationException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
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
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import scala.Option;
import scala.collection.immutable.Map$;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Commits that need no job of Spark to look at the rows of a table: its first, with comments, constraints and rows at once; those that add rows; and
 * those that put rows in the place of whole files, of a partition or of an earlier commit.
 *
 * <p>Delta's public writers take either a description or rows: with rows they make every column nullable. Creating first and replacing second is
 * two commits, and the second reads the log of the first; where a table is there, they look for the rows to replace by jobs of Spark. Both cost more
 * than all of the job's arithmetic on a small table. This is the transaction that those writers are made of: rows are checked as there, and of two
 * commits at once that have the same rows in view, one fails.
 */
public final class DirectCommit {
    private final SparkSession session;
    private final OutputTable<?> table;
    private final String path;

    /** The version of a table that a commit made, and the paths of the files that it added. */
    public record Written(long version, Set<String> paths) {}

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
     * Puts rows in the place of those of a partition, or creates the table; nothing is committed where there are neither. Empty if the table is there
     * and not such as it would be created.
     */
    Optional<Written> replace(Partition partition, Dataset<Row> rows) {
        return within(partition::has, transaction -> {
            if (transaction.readVersion() < 0) {
                return Optional.of(created(transaction, rows));
            }
            if (!isAsCreated(transaction.metadata())) {
                return Optional.empty();
            }
            track(transaction, partition);
            List<Action> removed = removals(transaction, (file, values) -> partition.has(values));
            List<AddFile> added = files(transaction, rows);
            return Optional.of(
                    added.isEmpty() && removed.isEmpty()
                            ? new Written(transaction.readVersion(), Set.of())
                            : commit(
                                    transaction,
                                    added,
                                    removed,
                                    write(SaveMode.Overwrite, Option.apply(partition.condition()))));
        });
    }

    /**
     * Adds rows to a partition that has none of their portion, or creates the table. Empty if it has some, or the table is there and not such as it
     * would be created.
     */
    Optional<Written> add(Portion portion, Dataset<Row> rows) {
        return within(portion.partition()::has, transaction -> {
            if (transaction.readVersion() < 0) {
                return Optional.of(created(transaction, rows));
            }
            if (!isAsCreated(transaction.metadata()) || stored(transaction).hasAny(portion)) {
                return Optional.empty();
            }
            track(transaction, portion.partition());
            return Optional.of(
                    commit(transaction, files(transaction, rows), List.of(), write(SaveMode.Append, Option.empty())));
        });
    }

    private StoredTable stored(OptimisticTransaction transaction) {
        return StoredTable.at(
                transaction.readVersion(), path, session.sparkContext().hadoopConfiguration());
    }

    /** Lets others who write to a partition meanwhile be seen. */
    private static void track(OptimisticTransaction transaction, Partition partition) {
        transaction.trackReadPredicates(
                CollectionConverters.asScala(partition.conditions()).toSeq(), true, true);
    }

    /** Adds rows, or creates the table; empty if it is there and not such as it would be created. */
    Optional<Written> append(Dataset<Row> rows) {
        return within(transaction -> {
            if (transaction.readVersion() < 0) {
                return Optional.of(created(transaction, rows));
            }
            return isAsCreated(transaction.metadata())
                    ? Optional.of(commit(
                            transaction, files(transaction, rows), List.of(), write(SaveMode.Append, Option.empty())))
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

    /** Whether rows can be added as they are: the columns are the same, whatever is said about them, and are called in files what they are called here. */
    private boolean isAsCreated(Metadata found) {
        return types(found.schema()).equals(types(table.schema()))
                && CollectionConverters.asJava(found.partitionColumns()).equals(table.partitioning())
                && Arrays.stream(found.schema().fields())
                        .noneMatch(field -> field.metadata().contains("delta.columnMapping.physicalName"));
    }

    private static Map<String, DataType> types(StructType schema) {
        return Arrays.stream(schema.fields())
                .collect(Collectors.toMap(
                        StructField::name, field -> field.dataType().asNullable()));
    }

    /** Puts rows in the place of all that a commit wrote; empty if others have written since. */
    Optional<Written> supersede(Written before, Dataset<Row> rows) {
        return within(transaction -> transaction.readVersion() != before.version()
                ? Optional.empty()
                : Optional.of(commit(
                        transaction,
                        files(transaction, rows),
                        removals(transaction, (file, values) -> before.paths().contains(file)),
                        write(SaveMode.Overwrite, Option.empty()))));
    }

    private List<Action> removals(
            OptimisticTransaction transaction, BiPredicate<String, Map<String, String>> isRemoved) {
        return Removals.of(
                path, transaction.readVersion(), session.sparkContext().hadoopConfiguration(), isRemoved);
    }

    private Optional<Written> within(Function<OptimisticTransaction, Optional<Written>> work) {
        return within(partition -> false, work);
    }

    /**
     * Works in a transaction. Where others have created the table meanwhile it is begun anew, the table being there to be written to, unless they
     * have written what it would replace. What the first attempt wrote into files stays there, as after any commit that failed.
     *
     * @param isReplaced which files it would, by the values of their partition
     */
    private Optional<Written> within(
            Predicate<Map<String, String>> isReplaced, Function<OptimisticTransaction, Optional<Written>> work) {
        Option<SparkSession> active = SparkSession.getActiveSession();
        // Delta takes its settings from the thread's session.
        SparkSession.setActiveSession(session);
        try {
            OptimisticTransaction first = transaction();
            try {
                return work.apply(first);
            } catch (DeltaConcurrentModificationException e) {
                OptimisticTransaction second = transaction();
                if (first.readVersion() >= 0 || hasAny(second, isReplaced)) {
                    throw e;
                }
                return work.apply(second);
            }
        } finally {
            if (active.isEmpty()) {
                SparkSession.clearActiveSession();
            } else {
                SparkSession.setActiveSession(active.get());
            }
        }
    }

    private boolean hasAny(OptimisticTransaction transaction, Predicate<Map<String, String>> isReplaced) {
        return !removals(transaction, (file, values) -> isReplaced.test(values)).isEmpty();
    }

    private OptimisticTransaction transaction() {
        return DeltaLog.forTable(session, path).startTransaction(Option.empty(), Option.empty());
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
        return new Written(version, added.stream().map(AddFile::path).collect(Collectors.toSet()));
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

    private static DeltaOperations.Operation write(SaveMode mode, Option<String> predicate) {
        return new DeltaOperations.Write(
                mode,
                Option.empty(),
                predicate,
                Option.empty(),
                Option.empty(),
                Option.empty(),
                Option.empty(),
                Option.empty(),
                Option.empty());
    }
}
