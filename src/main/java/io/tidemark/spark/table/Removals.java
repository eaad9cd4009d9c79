package io.tidemark.spark.table;

import io.delta.kernel.Scan;
import io.delta.kernel.TableManager;
import io.delta.kernel.data.Row;
import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.defaults.internal.json.JsonUtils;
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
import java.util.function.BiPredicate;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.delta.actions.Action;
import org.apache.spark.sql.delta.actions.Action$;

/**
 * What takes files out of a table. They are listed by Delta's kernel: Spark would replay the table's log as a job of its own, for each table, which
 * takes longer than writing the few rows that come in their place.
 */
final class Removals {
    private Removals() {}

    /**
     * The removals of some files, with all that the log has of them.
     *
     * @param version of the table
     * @param isRemoved takes the path of a file and the values of its partition, both as the log has them
     */
    static List<Action> of(
            String path, long version, Configuration hadoop, BiPredicate<String, Map<String, String>> isRemoved) {
        Engine engine = DefaultEngine.create(hadoop);
        Scan scan = TableManager.loadSnapshot(path)
                .atVersion(version)
                .build(engine)
                .getScanBuilder()
                .build();
        Optional<Long> now = Optional.of(System.currentTimeMillis());
        List<Action> removals = new ArrayList<>();
        try (CloseableIterator<Row> files = Utils.intoRows(scan.getScanFiles(engine))) {
            while (files.hasNext()) {
                Row file = files.next();
                AddFile added = new AddFile(file.getStruct(InternalScanFileUtils.ADD_FILE_ORDINAL));
                if (isRemoved.test(added.getPath(), InternalScanFileUtils.getPartitionValues(file))) {
                    String removal = JsonUtils.rowToJson(added.toRemoveFileRow(true, now));
                    removals.add(Action$.MODULE$.fromJson("{\"remove\":" + removal + "}"));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the log of " + path + " cannot be read", e);
        }
        return removals;
    }
}
