package io.tidemark.bench;

import io.tidemark.spark.table.Sessions;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.SparkSession;

/**
 * The benchmark: {@code mvn -Pbench verify}. What the pass over the rows costs beside what others do on the same columns, and what the whole
 * job costs beside a job that does next to nothing; all measured in one go on one machine, since only ratios travel.
 */
final class Bench {
    private Bench() {}

    public static void main(String[] args) throws IOException {
        int rounds = Integer.getInteger("bench.rounds", 5);
        int jobs = Integer.getInteger("bench.jobs", 3);
        Path target = Path.of("target");
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        BenchTable table = BenchTable.made(target.resolve("bench"), Long.getLong("bench.rows", 4_000_000));

        // Processes first: they want the memory that the session below will hold.
        BenchWholeJob job = new BenchWholeJob(table, BenchSubmit.prepared(target));
        List<BenchTimes> processes = BenchRace.run(job.contenders(), jobs);

        SparkSession session = Sessions.open();
        int threads = session.sparkContext().defaultParallelism();
        List<BenchContender> contenders = new ArrayList<>();
        contenders.add(BenchFloor.contender(session, table));
        contenders.addAll(BenchProfilePass.contenders(session, table));
        contenders.addAll(BenchSketches.contenders(session, table));
        contenders.add(BenchJobPerFeature.contender(session, table));
        contenders.add(BenchDuckDb.contender(table, threads));
        List<BenchTimes> passes = BenchRace.run(contenders, rounds);

        BenchReport report = new BenchReport();
        report.line("");
        report.line(table.described() + ", " + threads + " threads, Spark " + session.version() + ", Java "
                + Runtime.version());
        report.line(String.format(Locale.ROOT, "load of the machine before the first of them: %.1f", load));
        if (rounds > 0) {
            report.table("one pass", passes, passes.get(0));
        }
        if (jobs > 0) {
            report.table("whole jobs, each a process", processes, null);
            job.lines(session, processes).forEach(report::line);
        }
        report.write(target.resolve("bench.json"));
        session.stop();
    }
}
