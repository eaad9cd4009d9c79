package io.tidemark.spark;

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

    /** Settings that may change within a session. */
    private static void configure(SparkSession session) {
        // Days are cut in UTC, so that a run says the same on every machine.
        session.conf().set("spark.sql.session.timeZone", "UTC");
        // The tables' logs are small; fifty partitions for each, the default, cost seconds per commit.
        session.conf().set("spark.databricks.delta.snapshotPartitions", "2");
    }
}
