package io.tidemark.bench;

import io.tidemark.cli.CommandLine;
import io.tidemark.config.MonitorReader;
import io.tidemark.config.MonitorReading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The table of the benchmark: synthetic applicants of 24 months in Parquet.
 *
 * @param directory where it lies, and what is computed from it
 */
record BenchTable(Path directory, long rows) {
    /** What the sample has beside 30 numbers and 10 texts: yes-or-no, dates and instants. */
    private static final String EXCLUDED =
            "has_phone_verified,existing_customer,account_opened,last_payment_at,stable_flag";

    /** The table, made unless it is there and whole: its README is written last. */
    static BenchTable made(Path root, long rows) throws IOException {
        BenchTable table = new BenchTable(root.resolve(String.valueOf(rows)), rows);
        if (!Files.exists(table.directory.resolve("README.md"))) {
            Files.createDirectories(table.directory);
            System.out.println("making " + rows + " applicants in " + table.directory + " …");
            long start = System.nanoTime();
            new BenchSubmit(root.getParent())
                    .tidemark(
                            table.directory.resolve("sample.log"),
                            List.of(
                                    "sample",
                                    "--output=" + table.directory,
                                    "--rows=" + rows,
                                    "--format=parquet",
                                    "--extra-numbers=14",
                                    "--extra-codes=1"));
            System.out.println("made in " + (System.nanoTime() - start) / 1_000_000_000 + " s");
        }
        return table;
    }

    Path files() {
        return directory.resolve("applicants");
    }

    Dataset<Row> open(SparkSession session) {
        return session.read().parquet(files().toString());
    }

    /** The command line that monitors it. */
    List<String> run(Path output) {
        List<String> arguments = new ArrayList<>(List.of("run", "--input", files().toString(), "--format", "parquet"));
        arguments.addAll(List.of("--time", BenchColumns.TIME, "--reference", "2023-01-01..2023-06-30"));
        arguments.addAll(List.of("--label", "defaulted", "--score", "pd_score", "--entity", "application_id"));
        arguments.addAll(List.of("--exclude", EXCLUDED, "--special", "bureau_score=-999,-998"));
        arguments.addAll(List.of("--output", output.toString()));
        return arguments;
    }

    MonitorReading reading() {
        return MonitorReader.read(
                CommandLine.parse(run(directory.resolve("none")).toArray(new String[0])));
    }

    String described() throws IOException {
        long bytes;
        try (Stream<Path> files = Files.list(files())) {
            bytes = files.filter(file -> file.toString().endsWith(".parquet"))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
        return String.format(
                Locale.ROOT, "%,d rows, 30 numbers and 10 texts by 24 months, %d MB of Parquet", rows, bytes >> 20);
    }
}
