package io.tidemark.bench;

import io.tidemark.spark.table.Sessions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.SparkSession;

/**
 * Another month: {@code mvn -Pbench verify -Dbench.main=io.tidemark.bench.BenchNextMonth}. The run that finds the 24th month beside a first run
 * over all 24, by turns, each a process of its own, cold; and what either spends on its stages.
 */
final class BenchNextMonth {
    private static final List<String> STAGES = List.of("open", "profile", "outcomes", "study", "models", "write");

    private BenchNextMonth() {}

    public static void main(String[] args) throws IOException {
        BenchTable table = BenchTable.made(Path.of("target/bench"), Long.getLong("bench.rows", 4_000_000));
        SparkSession session = Sessions.open();
        List<Double> wholeSeconds = new ArrayList<>();
        List<Double> monthSeconds = new ArrayList<>();
        List<Map<String, Double>> wholeStages = new ArrayList<>();
        List<Map<String, Double>> monthStages = new ArrayList<>();
        for (int round = 0; round < Integer.getInteger("bench.jobs", 3); round++) {
            BenchMonths whole = new BenchMonths(table, session, "all-months");
            whole.takeAllButTheNewest();
            whole.takeTheNewest();
            whole.run();
            wholeSeconds.add(whole.seconds().get(0));
            wholeStages.add(whole.stages().get(0));

            BenchMonths growing = new BenchMonths(table, session, "next-month");
            growing.takeAllButTheNewest();
            growing.run();
            growing.takeTheNewest();
            growing.run();
            monthSeconds.add(growing.seconds().get(1));
            monthStages.add(growing.stages().get(1));
        }
        say("all 24 months at once", wholeSeconds, wholeStages);
        say("the 24th month", monthSeconds, monthStages);
        System.out.printf(
                Locale.ROOT,
                "another month is %.2f x a whole run; its profiling is %.2f x that of all%n",
                BenchTimes.median(monthSeconds) / BenchTimes.median(wholeSeconds),
                median("profile", monthStages) / median("profile", wholeStages));
        session.stop();
    }

    private static void say(String what, List<Double> seconds, List<Map<String, Double>> stages) {
        StringBuilder text = new StringBuilder(
                String.format(Locale.ROOT, "%s: %.1f s from start to exit,", what, BenchTimes.median(seconds)));
        STAGES.forEach(stage -> text.append(String.format(Locale.ROOT, " %s %.2f s,", stage, median(stage, stages))));
        System.out.println(text.substring(0, text.length() - 1));
    }

    private static double median(String stage, List<Map<String, Double>> stages) {
        return BenchTimes.median(
                stages.stream().map(ofRun -> ofRun.getOrDefault(stage, 0.0)).toList());
    }
}
