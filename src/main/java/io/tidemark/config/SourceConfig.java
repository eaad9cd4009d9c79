package io.tidemark.config;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * Where a table is read from.
 *
 * @param format one of {@link #FORMATS}
 * @param location a path; for {@code jdbc} the table's name in the database, for {@code table} its name in the catalog
 * @param options options of Spark's reader
 */
public record SourceConfig(String format, String location, Map<String, String> options) {
    public static final List<String> FORMATS = List.of("csv", "parquet", "delta", "json", "orc", "jdbc", "table");

    public SourceConfig {
        options = Map.copyOf(options);
    }

    /** The location as it may be shown and stored: without secrets. */
    public String shown() {
        return Redaction.withoutSecrets(location);
    }

    /** Whether a format reads files, so that locations are paths. */
    static boolean readsFiles(String format) {
        return !format.equals("jdbc") && !format.equals("table");
    }

    /** The reader's options as they may be shown. */
    public SortedMap<String, String> shownOptions() {
        return Redaction.options(options);
    }
}
