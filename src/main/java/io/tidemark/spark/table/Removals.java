package io.tidemark.spark.table;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.delta.kernel.Scan;
import io.delta.kernel.TableManager;
import io.delta.kernel.data.Row;
import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.internal.InternalScanFileUtils;
import io.delta.kernel.internal.actions.AddFile;
import io.delta.kernel.internal.util.Utils;
import io.delta.kernel.utils.CloseableIterator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.delta.actions.Action;
import org.apache.spark.sql.delta.actions.Action$;

/**
 * What takes the files of a partition out of a table. They are listed by Delta's kernel: Spark would replay the table's log as a job of its own,
 * for each table, which takes longer than writing the few rows that come in their place.
 */
final class Removals {
    private Removals() {}

    /**
     * The removals of all files of a partition, as the protocol of Delta's log describes them; empty where some of a file's rows are already taken
     * out one by one.
     *
     * @param version of the table
     */
    static Optional<List<Action>> of(Partition partition, String path, long version, Configuration hadoop) {
        Engine engine = DefaultEngine.create(hadoop);
        Scan scan = TableManager.loadSnapshot(path)
                .atVersion(version)
                .build(engine)
                .getScanBuilder()
                .build();
        List<Action> removals = new ArrayList<>();
        try (CloseableIterator<Row> files = Utils.intoRows(scan.getScanFiles(engine))) {
            while (files.hasNext()) {
                Row file = files.next();
                Map<String, String> values = InternalScanFileUtils.getPartitionValues(file);
                if (partition.has(values)) {
                    AddFile added = new AddFile(file.getStruct(InternalScanFileUtils.ADD_FILE_ORDINAL));
                    if (added.getDeletionVector().isPresent()) {
                        return Optional.empty();
                    }
                    removals.add(removal(added, values));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the log of " + path + " cannot be read", e);
        }
        return Optional.of(removals);
    }

    private static Action removal(AddFile added, Map<String, String> partition) {
        ObjectNode action = JsonNodeFactory.instance.objectNode();
        ObjectNode remove = action.putObject("remove")
                .put("path", added.getPath())
                .put("deletionTimestamp", System.currentTimeMillis())
                .put("dataChange", true)
                .put("extendedFileMetadata", true)
                .put("size", added.getSize());
        ObjectNode values = remove.putObject("partitionValues");
        partition.forEach(values::put);
        return Action$.MODULE$.fromJson(action.toString());
    }
}
