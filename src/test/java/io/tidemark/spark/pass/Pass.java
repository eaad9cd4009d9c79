package io.tidemark.spark.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tidemark.cohort.Calendar;
import io.tidemark.cohort.Granularity;
import io.tidemark.cohort.Reference;
import io.tidemark.cohort.SegmentKey;
import io.tidemark.config.ColumnsConfig;
import io.tidemark.feature.FeatureKind;
import io.tidemark.problem.Problem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The pass over one table, and everything that it comes to.
 *
 * @param kinds of columns that are not read as their type suggests
 */
record Pass(Dataset<Row> table, String time, List<String> segments, Map<String, FeatureKind> kinds) {
    /** The profile of each column, slice and pane, its bytes written as text. */
    Map<String, String> byWhicheverPath(int partitions) {
        return merged(pass().over(table), partitions);
    }

    Map<String, String> byRows(int partitions) {
        return merged(pass().byRows(table), partitions);
    }

    boolean readsColumns() {
        return new PassInput(table, plan(), columns(), true)
                .vectors(VectorScan.Filters.MATTER)
                .isPresent();
    }

    private ProfilePass pass() {
        return new ProfilePass(plan(), columns());
    }

    PassPlan plan() {
        List<Problem> problems = new ArrayList<>();
        FeatureSelection selection = FeatureSelection.of(table.schema(), columns(), problems);
        assertEquals(List.of(), problems);
        return new PassPlan(
                selection.features(),
                keys(),
                new Calendar(Granularity.MONTH, List.of(Reference.parse("2024-01-01..2024-02-15")), List.of()),
                LocalDate.parse("2024-04-30"));
    }

    private List<SegmentKey> keys() {
        return segments.stream().map(SegmentKey::parse).toList();
    }

    private ColumnsConfig columns() {
        boolean hasLabel = List.of(table.columns()).contains("flag");
        return new ColumnsConfig(
                time,
                hasLabel ? "flag" : null,
                null,
                List.of(),
                null,
                keys(),
                List.of(),
                List.of(),
                kinds,
                List.of(table.columns()).contains("amount") ? Map.of("amount", List.of(-999.0)) : Map.of(),
                Map.of());
    }

    private Map<String, String> merged(JavaPairRDD<PartialKey, byte[]> partials, int partitions) {
        Map<String, String> merged = new TreeMap<>();
        PassPlan plan = plan();
        for (ColumnProfiles column : pass().merged(partials, partitions).collect()) {
            String name = plan.isFeature(column.column())
                    ? plan.features().get(column.column()).name()
                    : "table column " + (column.column() - plan.label());
            column.slices()
                    .forEach((slice, panes) -> panes.forEach((pane, profile) -> merged.put(
                            name + " of " + slice + " in " + pane,
                            HexFormat.of().formatHex(profile))));
        }
        return merged;
    }
}
