package io.tidemark.spark.source;

import io.delta.tables.DeltaTable;
import org.apache.spark.sql.SparkSession;

/** What is asked of a Delta table beside its rows. */
final class DeltaFiles {
    private DeltaFiles() {}

    /** The newest version of a table. */
    static long version(SparkSession session, String path) {
        return DeltaTable.forPath(session, path)
                .history(1)
                .select("version")
                .first()
                .getLong(0);
    }
}
