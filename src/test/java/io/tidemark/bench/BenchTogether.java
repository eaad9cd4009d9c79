package io.tidemark.bench;

import io.tidemark.spark.table.Sessions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.SparkSession;

/**
 * All features at once: {@code mvn -Pbench verify -Dbench.main=io.tidemark.bench.BenchTogether}. What drawing samples and what learning from them
 * take in a first run over 23 months, which studies three of them and learns what chance gives; in the run that finds the 24th; and in one that
 * finds nothing new. Each is a process of its own, cold.
 */
final class BenchTogether {
    private BenchTogether() {}

    public static void main(String[] args) throws IOException {
        BenchTable table = BenchTable.made(Path.of("target/bench"), Long.getLong("bench.rows", 4_000_000));
        SparkSession session = Sessions.open();
        for (String model : List.of("logistic", "trees")) {
            BenchMonths months = new BenchMonths(table, session, "together-" + model);
            String together = "--together=" + model;
            months.takeAllButTheNewest();
            months.run(together);
            months.takeTheNewest();
            months.run(together);
            months.run(together);
            List<String> runs = months.stages().stream()
                    .map(stages -> String.format(
                            Locale.ROOT,
                            "%.1f s to draw and %.1f s to learn",
                            stages.get("sample"),
                            stages.get("together")))
                    .toList();
            System.out.printf(
                    "%s: first run %s, with another month %s, with nothing new %s%n",
                    model, runs.get(0), runs.get(1), runs.get(2));
        }
        session.stop();
    }
}
