package io.tidemark.bench;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;

/** The table of the benchmark as it grows: all months but the newest, then that one too; and a monitor that runs over it. */
final class BenchMonths {
    private static final String NEWEST = "2024-12-01";

    private final BenchTable table;
    private final SparkSession session;
    private final Path applicants;
    private final Path output;
    private final List<Double> seconds = new ArrayList<>();

    BenchMonths(BenchTable table, SparkSession session, String name) {
        this.table = table;
        this.session = session;
        this.applicants = table.directory().resolve(name + "-" + System.nanoTime());
        this.output = applicants.resolveSibling(applicants.getFileName() + "-tables");
    }

    void takeAllButTheNewest() {
        append(table.open(session).where(col(BenchColumns.TIME).lt(lit(NEWEST))));
    }

    void takeTheNewest() {
        append(table.open(session).where(col(BenchColumns.TIME).geq(lit(NEWEST))));
    }

    private void append(Dataset<Row> rows) {
        rows.write().mode(SaveMode.Append).parquet(applicants.toString());
    }

    /** A run, as a process of its own. */
    void run(String... more) {
        List<String> arguments = new ArrayList<>(table.run(output));
        arguments.set(arguments.indexOf("--input") + 1, applicants.toString());
        arguments.addAll(List.of(more));
        BenchSubmit submit = BenchSubmit.prepared(Path.of("target"));
        long start = System.nanoTime();
        submit.tidemark(table.directory().resolve("months.log"), arguments);
        seconds.add((System.nanoTime() - start) / 1e9);
    }

    /** How long each run took from its start to its exit. */
    List<Double> seconds() {
        return seconds;
    }

    /** What each run says its stages took, in seconds, the earliest run first. */
    List<Map<String, Double>> stages() {
        List<Map<String, Double>> stages = new ArrayList<>();
        for (Row run : session.read()
                .format("delta")
                .load(output.resolve("runs").toString())
                .where("status = 'COMPLETE'")
                .orderBy("started_at")
                .collectAsList()) {
            Map<String, Double> ofRun = new HashMap<>();
            run.<String, Long>getJavaMap(run.fieldIndex("duration_ms"))
                    .forEach((stage, millis) -> ofRun.put(stage, millis / 1000.0));
            stages.add(ofRun);
        }
        return stages;
    }
}
