package io.tidemark.spark.staleness;

import io.tidemark.cohort.Cohort;
import io.tidemark.config.ColumnsConfig;
import io.tidemark.model.Applicant;
import io.tidemark.model.BadOutcome;
import io.tidemark.model.LabelledCohort;
import io.tidemark.model.TrailingWindows;
import io.tidemark.spark.pass.ColumnPaths;
import io.tidemark.spark.pass.PassPlan;
import io.tidemark.spark.pass.SamplePass;
import io.tidemark.spark.pass.SampledOutcomes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import scala.Tuple2;

/** Applicants with an outcome, a bounded number of each cohort. They stay where Spark has them, a partition for each cohort. */
final class OutcomeSample {
    private OutcomeSample() {}

    /**
     * Draws from a table.
     *
     * @param plan whose features are taken
     */
    static JavaRDD<DrawnCohort> of(
            Dataset<Row> table, PassPlan plan, ColumnsConfig columns, BadOutcome bad, List<LabelledCohort> drawn) {
        Column label = ColumnPaths.column(table.schema(), columns.label()).cast(DataTypes.StringType);
        List<SamplePass.Group> groups = drawn.stream()
                .map(one -> new SamplePass.Group(one.cohort().window(), List.of(), one.labelled()))
                .toList();
        List<Cohort> cohorts = drawn.stream().map(LabelledCohort::cohort).toList();
        return new SamplePass(plan, columns, TrailingWindows.MOST_APPLICANTS)
                .candidates(
                        table.where(label.isNotNull()), groups, Optional.of(SampledOutcomes.of(columns.label(), bad)))
                .partitionBy(new HashPartitioner(cohorts.size()))
                .mapPartitions(candidates -> drawn(candidates, cohorts));
    }

    /** @param candidates of one cohort */
    private static Iterator<DrawnCohort> drawn(Iterator<Tuple2<Integer, Applicant>> candidates, List<Cohort> cohorts) {
        if (!candidates.hasNext()) {
            return List.<DrawnCohort>of().iterator();
        }
        List<Applicant> applicants = new ArrayList<>();
        Map<String, String> names = new HashMap<>();
        int cohort = 0;
        while (candidates.hasNext()) {
            Tuple2<Integer, Applicant> candidate = candidates.next();
            cohort = candidate._1();
            shareNames(candidate._2().categories(), names);
            applicants.add(candidate._2());
        }
        List<Applicant> first = applicants.stream()
                .sorted()
                .limit(TrailingWindows.MOST_APPLICANTS)
                .toList();
        return List.of(new DrawnCohort(cohorts.get(cohort), first)).iterator();
    }

    /** Each category once in memory, however many carry it. */
    private static void shareNames(String[] categories, Map<String, String> names) {
        for (int i = 0; i < categories.length; i++) {
            if (categories[i] != null) {
                categories[i] = names.computeIfAbsent(categories[i], name -> name);
            }
        }
    }
}
