package io.tidemark.spark.table;

import io.delta.kernel.Snapshot;
import io.delta.kernel.TableManager;
import io.delta.kernel.data.Row;
import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.internal.InternalScanFileUtils;
import io.delta.kernel.internal.util.Utils;
import io.delta.kernel.utils.CloseableIterator;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;

/**
 * An output table as earlier runs have left it, read by Delta's kernel: Spark's reader would replay the table's log as a job of its own, which
 * takes longer than all there is to read. It stays what it was when it was opened, whatever is written meanwhile.
 */
public final class StoredTable {
    private final Engine engine;
    private final Snapshot snapshot;

    private StoredTable(Engine engine, Snapshot snapshot) {
        this.engine = engine;
        this.snapshot = snapshot;
    }

    /** Makes a value of a row; empty where the row is not looked for. */
    public interface Reader<T> extends Serializable {
        Optional<T> of(Row row);
    }

    /**
     * What is read of a table.
     *
     * @param key a column of texts; the only rows that are looked at have this value in it
     * @param columns the columns that a row then has, the key first
     */
    public record Wanted(String key, String value, List<String> columns) implements Serializable {
        public Wanted(String key, String value, String... others) {
            this(key, value, withKey(key, others));
        }

        private static List<String> withKey(String key, String... others) {
            List<String> columns = new ArrayList<>(List.of(key));
            Collections.addAll(columns, others);
            return List.copyOf(columns);
        }
    }

    /** The newest version of a table that is there. */
    static StoredTable open(String path, Configuration hadoop) {
        Engine engine = DefaultEngine.create(hadoop);
        return new StoredTable(engine, TableManager.loadSnapshot(path).build(engine));
    }

    /** A version of a table. */
    static StoredTable at(long version, String path, Configuration hadoop) {
        Engine engine = DefaultEngine.create(hadoop);
        return new StoredTable(
                engine, TableManager.loadSnapshot(path).atVersion(version).build(engine));
    }

    /** Whether it has any row of a portion of a partition. */
    boolean hasAny(Portion portion) {
        Map.Entry<String, Object> key =
                portion.partition().values().entrySet().iterator().next();
        Wanted wanted = new Wanted(
                key.getKey(), key.getValue().toString(), portion.columns().toArray(new String[0]));
        StoredRows<Boolean> found = new StoredRows<>(
                engine,
                snapshot,
                wanted,
                row -> Optional.of(true).filter(any -> portion.has().test(new StoredRow(row))));
        try {
            return found.hasNext();
        } finally {
            found.close();
        }
    }

    /** The names of its columns. */
    public List<String> columns() {
        return snapshot.getSchema().fieldNames();
    }

    /** The values of its rows where they are few, read by the caller; none where it has not got the columns. */
    public <T> List<T> few(Wanted wanted, Function<StoredRow, Optional<T>> reader) {
        List<T> few = new ArrayList<>();
        if (columns().containsAll(wanted.columns())) {
            new StoredRows<>(engine, snapshot, wanted, row -> reader.apply(new StoredRow(row)))
                    .forEachRemaining(few::add);
        }
        return few;
    }

    /** The values of its rows, read where the tasks run. */
    public <T> JavaRDD<T> values(JavaSparkContext context, Wanted wanted, Reader<T> reader) {
        List<String> files = files();
        if (files.isEmpty()) {
            return context.emptyRDD();
        }
        Broadcast<SerializableConfiguration> hadoop =
                context.broadcast(new SerializableConfiguration(context.hadoopConfiguration()));
        String from = snapshot.getPath();
        long at = snapshot.getVersion();
        return context.parallelize(files, Math.min(files.size(), context.defaultParallelism()))
                .mapPartitions(some -> StoredRows.of(
                        from, at, some, wanted, reader, hadoop.value().value()));
    }

    private List<String> files() {
        List<String> files = new ArrayList<>();
        try (CloseableIterator<Row> found =
                Utils.intoRows(snapshot.getScanBuilder().build().getScanFiles(engine))) {
            while (found.hasNext()) {
                files.add(InternalScanFileUtils.getAddFileStatus(found.next()).getPath());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the log of " + snapshot.getPath() + " cannot be read", e);
        }
        return files;
    }
}
