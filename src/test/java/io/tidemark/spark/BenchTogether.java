package io.tidemark.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;

/**
 * All features at once: {@code mvn -Pbench verify -Dbench.main=io.tidemark.spark.BenchTogether}. What the stage takes in a first run over 23
 * months, which studies three of them and learns what chance gives; in the run that finds the 24th; and in one that finds nothing new. Each is a
 * process of its own, cold.
 */
final class BenchTogether {
    private static final String NEWEST = "2024-12-01";

    private BenchTogether() {}

    public static void main(String[] args) throws IOException {
        Path target = Path.of("target");
        BenchTable table = BenchTable.made(target.resolve("bench"), Long.getLong("bench.rows", 4_000_000));
        SparkSession session = Sessions.open();
        for (String model : List.of("logistic", "trees")) {
            Path months = table.directory().resolve("months-" + model + "-" + System.nanoTime());
            write(table.open(session).where(col(BenchColumns.TIME).lt(lit(NEWEST))), months);
            run(table, months, model);
            write(table.open(session).where(col(BenchColumns.TIME).geq(lit(NEWEST))), months);
            run(table, months, model);
            run(table, months, model);
            List<Double> seconds = seconds(session, months);
            System.out.printf(
                    Locale.ROOT,
                    "%s: first run %.1f s, with another month %.1f s, with nothing new %.1f s%n",
                    model,
                    seconds.get(0),
                    seconds.get(1),
                    seconds.get(2));
        }
        session.stop();
    }

    private static void write(Dataset<Row> rows, Path months) {
        rows.write().mode(SaveMode.Append).parquet(months.toString());
    }

    private static Path output(Path months) {
        return months.resolveSibling(months.getFileName() + "-tables");
    }

    private static void run(BenchTable table, Path months, String model) {
        List<String> arguments = new ArrayList<>(table.run(output(months)));
        arguments.set(arguments.indexOf("--input") + 1, months.toString());
        arguments.add("--together=" + model);
        new BenchSubmit(Path.of("target")).tidemark(table.directory().resolve("together.log"), arguments);
    }

    /** What the stage took in each run. */
    private static List<Double> seconds(SparkSession session, Path months) {
        List<Double> seconds = new ArrayList<>();
        for (Row run : session.read()
                .format("delta")
                .load(output(months).resolve("runs").toString())
                .where("status = 'COMPLETE'")
                .orderBy("started_at")
                .collectAsList()) {
            Map<String, Long> durations = run.getJavaMap(run.fieldIndex("duration_ms"));
            seconds.add(durations.get("together") / 1000.0);
        }
        return seconds;
    }
}
