package io.tidemark.spark;

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
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.parser.CatalystSqlParser$;
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
 * Commits that need not read what a table holds: its first, with comments, constraints and rows at once; one that adds rows; and those that take the
 * place of whole files.
 *
 * <p>Delta's public writers take either a description or rows: with rows they make every column nullable. Creating first and replacing second is
 * two commits, and the second reads the log of the first, which together cost more than all of the job's arithmetic on a small table. Replacing
 * by a condition plans a search of all files, even where the condition is one on partitions. This is the transaction that all of them are made of,
 * so what it guarantees is the same: rows are checked, and of two commits at once that touch the same partitions, one fails.
 */
final class DirectCommit {
    private final SparkSession session;
    private final OutputTable<?> table;
    private final String path;

    /** The files of a commit, and the version of the table that it made. */
    record Written(long version, List<AddFile> files) {}

    DirectCommit(SparkSession session, OutputTable<?> table, String path) {
        this.session = session;
        this.table = table;
        this.path = path;
    }

    /** Creates the table with these rows; empty if it is there already. */
    Optional<Written> create(Dataset<Row> rows) {
        return within(transaction -> {
            if (transaction.readVersion() >= 0) {
                return Optional.empty();
            }
            Metadata description = description();
            transaction.updateMetadataForNewTable(description);
            List<AddFile> added = files(transaction, rows);
            return Optional.of(commit(
                    transaction,
                    added,
                    List.of(),
                    new DeltaOperations.CreateTable(description, false, true, Option.empty())));
        });
    }

    /** Adds rows; empty if the table is not there, or is not made as such tables are now. */
    Optional<Written> append(Dataset<Row> rows) {
        return within(transaction -> {
            if (!isOurs(transaction)) {
                return Optional.empty();
            }
            return Optional.of(commit(transaction, files(transaction, rows), List.of(), write(SaveMode.Append)));
        });
    }

    /**
     * Puts rows in the place of some partitions; empty if the table is not there, or is not made as such tables are now.
     *
     * @param condition a condition on nothing but what the table is partitioned by
     */
    Optional<Written> replace(String condition, Dataset<Row> rows) {
        return within(transaction -> {
            if (!isOurs(transaction)) {
                return Optional.empty();
            }
            Expression partitions = CatalystSqlParser$.MODULE$.parseExpression(condition);
            List<AddFile> replaced = CollectionConverters.asJava(transaction.filterFiles(
                    CollectionConverters.asScala(List.of(partitions)).toSeq(), false));
            return Optional.of(commit(transaction, files(transaction, rows), replaced, write(SaveMode.Overwrite)));
        });
    }

    /** Whether the table has the columns and the partitions of this version; one of an earlier version is left to Delta's own writer. */
    private boolean isOurs(OptimisticTransaction transaction) {
        return transaction.readVersion() >= 0
                && transaction.metadata().getPartitionColumns().equals(table.partitioning())
                && transaction
                        .metadata()
                        .schema()
                        .catalogString()
                        .equals(table.schema().catalogString());
    }

    /** Puts rows in the place of all that a commit wrote; empty if others have written since. */
    Optional<Written> supersede(Written before, Dataset<Row> rows) {
        return within(transaction -> {
            if (transaction.readVersion() != before.version()) {
                return Optional.empty();
            }
            List<AddFile> added = files(transaction, rows);
            return Optional.of(commit(transaction, added, before.files(), write(SaveMode.Overwrite)));
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
            List<AddFile> replaced,
            DeltaOperations.Operation operation) {
        List<Action> actions = new ArrayList<>(added);
        replaced.forEach(file -> actions.add(file.remove()));
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
