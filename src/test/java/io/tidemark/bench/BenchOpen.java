package io.tidemark.bench;

import io.delta.tables.DeltaTable;
import io.tidemark.spark.table.Sessions;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;

/** A job that only opens a session, and creates and writes one small Delta table: no job with an output can do less. */
public final class BenchOpen {
    private BenchOpen() {}

    public static void main(String[] args) {
        SparkSession session = Sessions.open();
        String path = Path.of(args[0]).toAbsolutePath().toString();
        DeltaTable.createIfNotExists(session)
                .location(path)
                .addColumn("id", DataTypes.LongType)
                .execute();
        session.range(24).toDF().write().format("delta").mode("append").save(path);
        session.stop();
    }
}
