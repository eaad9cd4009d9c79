package io.tidemark.bench;

import io.tidemark.spark.table.Sessions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.SparkSession;

/**
 * All features at once: {@code mvn -Pbench verify -Dbench.main=io.tidemark.bench.BenchTogether}. What the stage takes in a first run over 23
 * months, which studies three of them and learns what chance gives; in the run that finds the 24th; and in one that finds nothing new. Each is a
 * process of its own, cold.
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
            List<Double> seconds = months.stages().stream()
                    .map(stages -> stages.get("together"))
                    .toList();
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
}
