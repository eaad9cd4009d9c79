package io.tidemark.spark.history;

import io.tidemark.cohort.Cohort;
import io.tidemark.feature.Feature;
import io.tidemark.spark.pass.PassPlan;
import io.tidemark.spark.source.MonitoredTable;
import io.tidemark.spark.source.SourceFile;
import io.tidemark.spark.source.SourceReading;
import io.tidemark.spark.source.TableFacts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The applicants as profiles: what a run has to work with.
 *
 * @param plan what was counted
 * @param histories every feature through time, from this run's pass and from what earlier runs kept
 * @param reach which of it this run counted
 * @param earlier the run that counted the rest; empty where this one counted everything
 * @param files the input as it was found; empty where no later run can build on it
 * @param leftOut columns that an earlier run found to be no features, each with the reason
 */
public record Profiled(
        PassPlan plan,
        JavaRDD<ColumnHistory> histories,
        TableFacts facts,
        Reach reach,
        Optional<String> earlier,
        Optional<List<SourceFile>> files,
        Map<String, String> leftOut) {
    /** How many features a model is made of at most. */
    public static final int MOST_IN_A_MODEL = 200;

    /** What models can be made of, in the order of the table: no scores, and none of the columns that turned out to be no features. */
    public List<Feature> inputs(Set<String> noFeatures) {
        return plan.features().stream()
                .filter(feature -> !feature.isScore() && !noFeatures.contains(feature.name()))
                .toList();
    }

    /** What models are made of: the first of these. */
    public List<Feature> inModels(Set<String> noFeatures) {
        return inputs(noFeatures).stream().limit(MOST_IN_A_MODEL).toList();
    }

    /** The applicants of some cohorts, as they are read; others may be among them. Only files are opened that have any. */
    public Dataset<Row> rowsOf(MonitoredTable table, Set<Cohort> cohorts) {
        return files.filter(any -> !cohorts.containsAll(facts.rowsPerCohort().keySet()))
                .map(known -> new SourceReading(
                                table.source(), table.config().columns().time())
                        .rowsOf(cohorts, plan.calendar(), known))
                .orElse(table.source());
    }
}
