package io.tidemark.bench;

import io.tidemark.config.MonitorConfig;
import io.tidemark.feature.Feature;
import io.tidemark.feature.FeatureKind;
import io.tidemark.profile.ProfileCodec;
import io.tidemark.spark.pass.ColumnProfiles;
import io.tidemark.spark.pass.PassPlan;
import io.tidemark.spark.pass.ProfilePass;
import io.tidemark.spark.source.MonitoredTable;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.SparkSession;

/** Tidemark's own pass, from the table to merged profiles, as {@code RunJob} does it. */
final class BenchProfilePass {
    private final MonitoredTable table;
    private final PassPlan plan;
    private final int partitions;

    private BenchProfilePass(SparkSession session, BenchTable benchTable) {
        table = MonitoredTable.open(session, benchTable.reading());
        MonitorConfig config = table.config();
        plan = new PassPlan(
                table.selection().features(),
                List.of(),
                config.calendar(),
                config.asOf().orElse(LocalDate.MAX));
        partitions = Math.min(plan.counted(), 4 * session.sparkContext().defaultParallelism());
        checkFeatures(BenchColumns.of(table.rows()));
    }

    static List<BenchContender> contenders(SparkSession session, BenchTable table) {
        BenchProfilePass pass = new BenchProfilePass(session, table);
        return List.of(
                BenchContender.of("columns", "Tidemark's profiles, by columns", table, pass::profiledByColumns),
                BenchContender.of("rows", "Tidemark's profiles, row by row", table, pass::profiledByRows));
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

    private long profiledByColumns() {
        ProfilePass pass = new ProfilePass(plan, table.config().columns());
        return rowsOf(pass.merged(pass.over(table.rows()), partitions));
    }

    private long profiledByRows() {
        ProfilePass pass = new ProfilePass(plan, table.config().columns());
        return rowsOf(pass.merged(pass.byRows(table.rows()), partitions));
    }

    /** Runs the pass to its end; gives the rows of the column that tells of the table as a whole. */
    private long rowsOf(JavaRDD<ColumnProfiles> profiles) {
        int label = plan.label();
        List<long[]> columns = profiles.map(
                        column -> new long[] {column.column(), column.column() == label ? rows(column) : 0})
                .collect();
        if (columns.stream().filter(column -> plan.isFeature((int) column[0])).count()
                != plan.features().size()) {
            throw new IllegalStateException(columns.size() + " columns of " + plan.columns() + " have profiles");
        }
        return columns.stream().mapToLong(column -> column[1]).sum();
    }

    private static long rows(ColumnProfiles column) {
        return column.all().values().stream()
                .mapToLong(bytes -> ProfileCodec.decode(bytes).rows())
                .sum();
    }
}
