package io.tidemark.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** {@code run} as a process of its own, cold, from start to exit, into a directory that is not there yet. */
final class BenchWholeJob {
    private final BenchTable table;
    private final BenchSubmit submit;
    private final List<Path> ofTable = new ArrayList<>();
    private final List<Path> ofSample = new ArrayList<>();

    BenchWholeJob(BenchTable table, BenchSubmit submit) {
        this.table = table;
        this.submit = submit;
    }

    List<BenchContender> contenders() {
        Path log = table.directory().resolve("process.log");
        return List.of(
                contender("run", "./tidemark run on the table", () -> {
                    submit.tidemark(log, table.run(fresh("run", ofTable)));
                }),
                contender("touch", "a submitted job that touches its cells", () -> {
                    submit.submit(log, BenchTouch.class, table.files().toString(), String.valueOf(table.rows()));
                }),
                contender("run_sample", "./tidemark run on data-sample", () -> {
                    String output =
                            fresh("run-sample", ofSample).toAbsolutePath().toString();
                    submit.tidemark(log, List.of("run", "--config=data-sample/monitor.yaml", "--output=" + output));
                }),
                contender("open", "a submitted job: session, one Delta table", () -> {
                    submit.submit(
                            log,
                            BenchOpen.class,
                            fresh("open", new ArrayList<>()).toString());
                }));
    }

    private static BenchContender contender(String key, String what, Runnable process) {
        return new BenchContender(key, what, 0, Integer.MAX_VALUE, 0, () -> {
            process.run();
            return 0L;
        });
    }

    /** A directory of this name that is not there. */
    private Path fresh(String name, List<Path> made) {
        Path directory = table.directory().resolve(name + "-" + (made.size() + 1));
        if (Files.exists(directory)) {
            try (Stream<Path> files = Files.walk(directory)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        made.add(directory);
        return directory;
    }

    /** The ratios, and what the runs themselves say they spent their time on. */
    List<String> lines(SparkSession session, List<BenchTimes> times) {
        Map<String, BenchTimes> byKey = new TreeMap<>();
        times.forEach(one -> byKey.put(one.key(), one));
        return List.of(
                "",
                ratio(byKey.get("run"), byKey.get("touch")),
                ratio(byKey.get("run_sample"), byKey.get("open")),
                stages(session, byKey.get("run"), ofTable, table.rows()),
                stages(session, byKey.get("run_sample"), ofSample, 24_000));
    }

    private static String ratio(BenchTimes one, BenchTimes other) {
        return String.format(Locale.ROOT, "%s is %.2f × %s", one.key(), one.median() / other.median(), other.key());
    }

    private static String stages(SparkSession session, BenchTimes times, List<Path> outputs, long rows) {
        Map<String, List<Double>> stages = new LinkedHashMap<>();
        List.of("open", "profile", "study", "write").forEach(stage -> stages.put(stage, new ArrayList<>()));
        List<Double> rests = new ArrayList<>();
        for (int i = 0; i < outputs.size(); i++) {
            Row run = complete(session, outputs.get(i), rows);
            Map<String, Long> durations = run.getJavaMap(run.fieldIndex("duration_ms"));
            durations.forEach((stage, millis) ->
                    stages.computeIfAbsent(stage, key -> new ArrayList<>()).add(millis / 1000.0));
            rests.add(times.seconds().get(i)
                    - durations.values().stream().mapToLong(Long::longValue).sum() / 1000.0);
        }
        stages.put("the rest: start, last commit, end", rests);
        StringBuilder text = new StringBuilder(times.key() + ":");
        stages.forEach((stage, seconds) -> text.append(String.format(
                Locale.ROOT,
                " %s %.2f s (%.0f %%),",
                stage.equals("write") ? "write (Delta commits)" : stage,
                BenchTimes.median(seconds),
                100 * BenchTimes.median(seconds) / times.median())));
        return text.substring(0, text.length() - 1);
    }

    /** The run of an output, which must have read all rows. */
    private static Row complete(SparkSession session, Path output, long rows) {
        Row run = session.read()
                .format("delta")
                .load(output.resolve("runs").toString())
                .where("status = 'COMPLETE'")
                .first();
        long read = run.getLong(run.fieldIndex("rows_read"));
        if (read != rows) {
            throw new IllegalStateException("the run in " + output + " read " + read + " rows of " + rows);
        }
        return run;
    }
}
