package io.tidemark.spark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.DeltaOperations;
import org.apache.spark.sql.delta.OptimisticTransaction;
import org.apache.spark.sql.delta.actions.Action;
import org.apache.spark.sql.delta.actions.Format;
import org.apache.spark.sql.delta.actions.Metadata;
import scala.Option;
import scala.collection.immutable.Map$;
import scala.jdk.javaapi.CollectionConverters;

/**
 * A table's first commit: its comments, its constraints and its first rows at once.
 *
 * <p>Delta's public writers take either a description or rows: with rows they make every column nullable. Creating first and writing second is
 * two commits, and the second reads the log of the first, which together cost more than all of the job's arithmetic on a small table. This is
 * the transaction that both are made of, so what it guarantees is the same: rows are checked, and of two that create at once, one fails.
 */
final class FirstCommit {
    private final OutputTable<?> table;

    FirstCommit(OutputTable<?> table) {
        this.table = table;
    }

    /** Creates the table with these rows, unless it is there. */
    boolean write(DeltaLog log, Dataset<Row> rows) {
        SparkSession before = SparkSession.getActiveSession().getOrElse(() -> null);
        // Delta takes its settings from the thread's session.
        SparkSession.setActiveSession(rows.sparkSession());
        try {
            OptimisticTransaction transaction = log.startTransaction(Option.empty(), Option.empty());
            if (transaction.readVersion() >= 0) {
                return false;
            }
            Metadata description = description();
            transaction.updateMetadataForNewTable(description);
            List<Action> files = new ArrayList<>(CollectionConverters.asJava(transaction.writeFiles(rows)));
            transaction.commit(
                    CollectionConverters.asScala(files).toSeq(),
                    new DeltaOperations.CreateTable(description, false, true, Option.empty()));
            return true;
        } finally {
            if (before == null) {
                SparkSession.clearActiveSession();
            } else {
                SparkSession.setActiveSession(before);
            }
        }
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
                CollectionConverters.asScala(List.<String>of()).toSeq(),
                scala.collection.immutable.Map.from(CollectionConverters.asScala(properties)),
                Option.apply(System.currentTimeMillis()));
    }
}
