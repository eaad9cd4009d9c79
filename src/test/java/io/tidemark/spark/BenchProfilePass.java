package io.tidemark.spark;

import io.tidemark.cohort.Calendar;
import io.tidemark.config.MonitorConfig;
import io.tidemark.feature.Feature;
import io.tidemark.feature.FeatureKind;
import io.tidemark.profile.ProfileCodec;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.SparkSession;

/** Tidemark's own pass, from the table to merged profiles, as {@link RunJob} does it. */
final class BenchProfilePass {
    private final MonitoredTable table;
    private final PassPlan plan;
    private final int partitions;

    private BenchProfilePass(SparkSession session, BenchTable benchTable) {
        table = MonitoredTable.open(session, benchTable.reading());
        MonitorConfig config = table.config();
        plan = new PassPlan(
                table.selection().features(),
                new Calendar(config.granularity(), config.reference()),
                config.asOf().orElse(LocalDate.MAX));
        partitions = Math.min(plan.columns(), 4 * session.sparkContext().defaultParallelism());
        checkFeatures(BenchColumns.of(table.rows()));
    }

    static List<BenchContender> contenders(SparkSession session, BenchTable table) {
        BenchProfilePass pass = new BenchProfilePass(session, table);
        return List.of(BenchContender.of("rows", "Tidemark's profiles, row by row", table, pass::profiledRows));
    }

    private void checkFeatures(BenchColumns columns) {
        Set<String> features = new HashSet<>();
        plan.features().stream().map(Feature::name).forEach(features::add);
        Set<String> others = new HashSet<>(columns.numbers());
        others.addAll(columns.texts());
        long numbers = plan.features().stream()
                .filter(feature -> feature.kind() == FeatureKind.NUMERIC)
                .count();
        if (!features.equals(others) || numbers != 30 || features.size() != 40) {
            throw new IllegalStateException("the contenders do not look at the same 30 + 10 features: " + features);
        }
    }

    /** Runs the pass to its end; gives the rows of the column that tells of the table as a whole. */
    private long profiledRows() {
        ProfilePass pass = new ProfilePass(plan, table.config().columns());
        int tableColumn = plan.tableColumn();
        List<long[]> columns = pass.merged(pass.over(table.rows()), partitions)
                .map(column -> new long[] {column.panes().size(), column.column() == tableColumn ? rows(column) : 0})
                .collect();
        if (columns.size() != plan.columns()) {
            throw new IllegalStateException(columns.size() + " columns of " + plan.columns() + " have profiles");
        }
        return columns.stream().mapToLong(column -> column[1]).sum();
    }

    private static long rows(ColumnProfiles column) {
        return column.panes().values().stream()
                .mapToLong(bytes -> ProfileCodec.decode(bytes).rows())
                .sum();
    }
}
