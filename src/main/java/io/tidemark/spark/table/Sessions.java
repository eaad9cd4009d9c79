package io.tidemark.spark.table;

import java.util.Map;
import org.apache.spark.sql.SparkSession;

/** The Spark session, with what Tidemark needs of it; what the cluster or the command line set otherwise is kept. */
public final class Sessions {
    private Sessions() {}

    public static SparkSession open() {
        SparkSession session = SparkSession.builder()
                .appName("tidemark")
                .config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
                .config("spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog")
                .getOrCreate();
        configure(session);
        return session;
    }

    private static void configure(SparkSession session) {
        // Days are cut in UTC, so that a run says the same on every machine.
        session.conf().set("spark.sql.session.timeZone", "UTC");
    }

    /**
     * A session of the same application for the output tables. They are small: what pays for large ones costs seconds per commit here, compiling
     * code for each plan most of all.
     */
    public static SparkSession forSmallTables(SparkSession session) {
        SparkSession small = session.newSession();
        configure(small);
        Map.of(
                        "spark.sql.shuffle.partitions", "1",
                        "spark.sql.adaptive.enabled", "false",
                        "spark.sql.codegen.wholeStage", "false",
                        "spark.sql.codegen.factoryMode", "NO_CODEGEN",
                        "spark.databricks.delta.snapshotPartitions", "1",
                        "spark.databricks.delta.stats.collect", "false",
                        "spark.databricks.delta.replaceWhere.constraintCheck.enabled", "false")
                .forEach(small.conf()::set);
        return small;
    }
}
