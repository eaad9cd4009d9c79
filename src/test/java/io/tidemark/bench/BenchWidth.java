package io.tidemark.bench;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The width of a table: {@code mvn -Pbench verify -Dbench.main=io.tidemark.bench.BenchWidth}. Runs of 500, 1,000 and 2,000 features by 60
 * cohorts by 5 segments, few rows each, with a driver and an executor of 2 GiB each; says how long each took and how much of either heap was in
 * use after a collection at most.
 */
final class BenchWidth {
    private static final int COHORTS = 60;
    private static final long ROWS = 60_000;
    private static final int GIGABYTES = 2;
    /** What the sample has beside the further features; identifier, time, label and score are none. */
    private static final int USUAL_FEATURES = 30;

    private static final Pattern AFTER_COLLECTION = Pattern.compile("Pause .*->(\\d+)M\\(");

    private BenchWidth() {}

    public static void main(String[] args) throws IOException {
        Path target = Path.of("target");
        for (int features : new int[] {500, 1_000, 2_000}) {
            Path directory = Files.createDirectories(target.resolve("bench/width-" + features));
            BenchSubmit submit = new BenchSubmit(target);
            make(submit, directory, features - USUAL_FEATURES);
            Path heaps = Files.createDirectories(directory.resolve("heaps-" + System.nanoTime()));
            long start = System.nanoTime();
            submit.cluster(directory.resolve("run.log"), GIGABYTES, heaps, run(directory));
            System.out.printf(
                    Locale.ROOT,
                    "%,6d features x %d cohorts x 5 segments, %,d rows: %d s; after a collection at most %d MiB were in use in the driver,"
                            + " %d MiB in the executor%n",
                    features,
                    COHORTS,
                    ROWS,
                    (System.nanoTime() - start) / 1_000_000_000,
                    mostAfterCollection(heaps, "driver"),
                    mostAfterCollection(heaps, "executor"));
        }
    }

    private static List<String> run(Path directory) {
        return List.of(
                "run",
                "--input=" + directory.resolve("applicants").toAbsolutePath(),
                "--format=parquet",
                "--time=application_date",
                "--segment=term_months",
                "--reference=2023-01-01..2023-06-30",
                "--label=defaulted",
                "--score=pd_score",
                "--entity=application_id",
                "--output=" + directory.resolve("output-" + System.nanoTime()).toAbsolutePath());
    }

    private static void make(BenchSubmit submit, Path directory, int further) {
        if (Files.exists(directory.resolve("README.md"))) {
            return;
        }
        submit.tidemark(
                directory.resolve("sample.log"),
                List.of(
                        "sample",
                        "--output=" + directory,
                        "--rows=" + ROWS,
                        "--months=" + COHORTS,
                        "--format=parquet",
                        "--extra-numbers=" + further / 2,
                        "--extra-codes=" + (further - further / 2)));
    }

    private static long mostAfterCollection(Path heaps, String whose) throws IOException {
        long most = 0;
        try (DirectoryStream<Path> logs = Files.newDirectoryStream(heaps, whose + "-*")) {
            for (Path log : logs) {
                for (String line : Files.readAllLines(log)) {
                    Matcher pause = AFTER_COLLECTION.matcher(line);
                    if (pause.find()) {
                        most = Math.max(most, Long.parseLong(pause.group(1)));
                    }
                }
            }
        }
        if (most == 0) {
            throw new IllegalStateException("no collection of the " + whose + " is in " + heaps);
        }
        return most;
    }
}
