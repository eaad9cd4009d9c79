package io.tidemark.spark.table;

import io.delta.kernel.Scan;
import io.delta.kernel.Snapshot;
import io.delta.kernel.TableManager;
import io.delta.kernel.data.Row;
import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.engine.FileReadResult;
import io.delta.kernel.expressions.Column;
import io.delta.kernel.expressions.Literal;
import io.delta.kernel.expressions.Predicate;
import io.delta.kernel.internal.InternalScanFileUtils;
import io.delta.kernel.internal.data.ScanStateRow;
import io.delta.kernel.internal.util.Utils;
import io.delta.kernel.types.StructType;
import io.delta.kernel.utils.CloseableIterator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;

/** The rows of files of a {@link StoredTable}, one file after the other. */
final class StoredRows<T> implements Iterator<T> {
    private final Iterator<String> files;
    private final StoredTable.Wanted wanted;
    private final StoredTable.Reader<T> reader;
    private final Engine engine;
    private final Row state;
    private final Map<String, Row> scanned;
    private final Predicate key;
    private CloseableIterator<Row> rows = none();
    private Optional<T> next = Optional.empty();

    /** Those of all files. */
    StoredRows(Engine engine, Snapshot snapshot, StoredTable.Wanted wanted, StoredTable.Reader<T> reader) {
        this(engine, snapshot, Optional.empty(), wanted, reader);
    }

    /** Those of some files, where the task has the table's address only. */
    static <T> StoredRows<T> of(
            String path,
            long version,
            Iterator<String> files,
            StoredTable.Wanted wanted,
            StoredTable.Reader<T> reader,
            Configuration hadoop) {
        Engine engine = DefaultEngine.create(hadoop);
        Snapshot snapshot = TableManager.loadSnapshot(path).atVersion(version).build(engine);
        return new StoredRows<>(engine, snapshot, Optional.of(files), wanted, reader);
    }

    private StoredRows(
            Engine engine,
            Snapshot snapshot,
            Optional<Iterator<String>> files,
            StoredTable.Wanted wanted,
            StoredTable.Reader<T> reader) {
        this.wanted = wanted;
        this.reader = reader;
        this.engine = engine;
        StructType schema = new StructType(
                wanted.columns().stream().map(snapshot.getSchema()::get).toList());
        this.key = new Predicate("=", new Column(wanted.key()), Literal.ofString(wanted.value()));
        Scan scan =
                snapshot.getScanBuilder().withReadSchema(schema).withFilter(key).build();
        this.state = scan.getScanState(engine);
        this.scanned = Utils.intoRows(scan.getScanFiles(engine)).toInMemoryList().stream()
                .collect(Collectors.toMap(
                        file -> InternalScanFileUtils.getAddFileStatus(file).getPath(), Function.identity()));
        this.files = files.orElse(scanned.keySet().iterator());
    }

    @Override
    public boolean hasNext() {
        while (next.isEmpty()) {
            if (rows.hasNext()) {
                Row row = rows.next();
                next = wanted.value().equals(row.getString(0)) ? reader.of(row) : Optional.empty();
            } else if (files.hasNext()) {
                Utils.closeCloseables(rows);
                Row file = scanned.get(files.next());
                rows = file == null ? none() : open(file);
            } else {
                Utils.closeCloseables(rows);
                return false;
            }
        }
        return true;
    }

    /** Closes the file that is being read, where not all rows are wanted. */
    void close() {
        Utils.closeCloseables(rows);
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException("all rows are read");
        }
        T found = next.orElseThrow();
        next = Optional.empty();
        return found;
    }

    /** Where a table is cut by the key, files without it are not among those that are scanned. */
    private static CloseableIterator<Row> none() {
        return Utils.toCloseableIterator(List.<Row>of().iterator());
    }

    private CloseableIterator<Row> open(Row file) {
        StructType physical = ScanStateRow.getPhysicalDataReadSchema(state);
        // Spares whole parts of a file where it can; rows are looked at one by one all the same.
        Optional<Predicate> within = physical.fieldNames().contains(wanted.key()) ? Optional.of(key) : Optional.empty();
        try {
            var read = engine.getParquetHandler()
                    .readParquetFiles(
                            Utils.singletonCloseableIterator(InternalScanFileUtils.getAddFileStatus(file)),
                            physical,
                            within);
            return Utils.intoRows(Scan.transformPhysicalData(engine, state, file, read.map(FileReadResult::getData)));
        } catch (IOException e) {
            throw new UncheckedIOException("a file of an output table cannot be read", e);
        }
    }
}
