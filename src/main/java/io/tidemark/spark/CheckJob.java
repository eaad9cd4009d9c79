package io.tidemark.spark;

import io.tidemark.config.MonitorReading;
import io.tidemark.feature.Feature;
import io.tidemark.spark.source.MonitoredTable;
import io.tidemark.spark.table.TableStore;
import java.io.PrintStream;
import org.apache.spark.sql.SparkSession;

/** Validates configuration and source, and computes nothing. */
public final class CheckJob {
    private final SparkSession session;

    public CheckJob(SparkSession session) {
        this.session = session;
    }

    /**
     * Says what a run would look at.
     *
     * @throws io.tidemark.problem.UserMistake with everything that the user must mend first
     */
    public void check(MonitorReading reading, PrintStream out) {
        MonitoredTable table = MonitoredTable.open(session, reading);
        new TableStore(session, table.config().output()).checkWritable();
        out.println("the configuration and the input fit");
        out.println();
        out.println("  monitor    " + table.config().monitor());
        out.println("  input      " + table.config().source().shown());
        out.println("  cohorts    by " + table.config().granularity().id() + " of "
                + table.config().columns().time());
        table.config().references().forEach(reference -> out.println("  reference  " + reference.id()));
        out.println("  output     " + table.config().output());
        out.println();
        out.println("  features");
        for (Feature feature : table.selection().features()) {
            out.printf("    %-30s %-12s %s%n", feature.name(), feature.kind().id(), feature.dataType());
        }
        table.selection().leftOut().forEach((column, reason) -> out.printf("    %-30s left out: %s%n", column, reason));
    }
}
