package io.tidemark.spark.table;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;

/** The Spark session, with what Tidemark needs of it; what the cluster or the command line set otherwise is kept. */
public final class Sessions {
    /**
     * MLlib's algebra is done in Java, here and by executors: where a machine has a BLAS and a LAPACK of its own, they add up by where arrays lie in
     * memory, and the last digits of what is learned would differ from run to run.
     */
    private static final Map<String, String> ALGEBRA = new TreeMap<>(Map.of(
            "dev.ludovic.netlib.blas.nativeLib", "none",
            "dev.ludovic.netlib.lapack.nativeLib", "none",
            "dev.ludovic.netlib.arpack.nativeLib", "none"));

    private static final String EXECUTORS = "spark.executor.extraJavaOptions";

    private Sessions() {}

    public static SparkSession open() {
        ALGEBRA.forEach(System::setProperty);
        String options = ALGEBRA.entrySet().stream()
                .map(option -> " -D" + option.getKey() + "=" + option.getValue())
                .collect(Collectors.joining());
        SparkSession session = SparkSession.builder()
                .appName("tidemark")
                .config(EXECUTORS, (new SparkConf().get(EXECUTORS, "") + options).strip())
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
     * code for each plan most of all. Rows of one partition need not be sorted by it, which takes the memory of them all, as long as a task may have
     * another file open beside theirs.
     */
    public static SparkSession forSmallTables(SparkSession session) {
        SparkSession small = session.newSession();
        configure(small);
        Map.of(
                        "spark.sql.shuffle.partitions", "1",
                        "spark.sql.adaptive.enabled", "false",
                        "spark.sql.codegen.wholeStage", "false",
                        "spark.sql.codegen.factoryMode", "NO_CODEGEN",
                        "spark.sql.maxConcurrentOutputFileWriters", "2",
                        "spark.databricks.delta.snapshotPartitions", "1",
                        "spark.databricks.delta.stats.collect", "false",
                        "spark.databricks.delta.replaceWhere.constraintCheck.enabled", "false")
                .forEach(small.conf()::set);
        return small;
    }
}
