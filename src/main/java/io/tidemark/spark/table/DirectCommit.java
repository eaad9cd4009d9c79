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
 * Two commits that need not know what a table holds: its first, with comments, constraints and rows at once, and one that takes the place of it.
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

    /** Puts rows in the place of all that a commit wrote; empty if others have written since. */
    Optional<Written> supersede(Written before, Dataset<Row> rows) {
        return within(transaction -> {
            if (transaction.readVersion() != before.version()) {
                return Optional.empty();
            }
            List<AddFile> added = files(transaction, rows);
            return Optional.of(commit(transaction, added, before.files(), overwrite()));
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

    private static DeltaOperations.Operation overwrite() {
        return new DeltaOperations.Write(
                SaveMode.Overwrite,
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
