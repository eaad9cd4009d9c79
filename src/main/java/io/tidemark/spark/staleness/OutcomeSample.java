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
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.rdd.PartitionPruningRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.storage.StorageLevel;
import scala.Function1;
import scala.Tuple2;

/** Applicants with an outcome, a bounded number of each cohort. They stay where Spark has them, a partition for each cohort, until it is closed. */
final class OutcomeSample implements AutoCloseable {
    private final JavaRDD<DrawnCohort> drawn;
    /** By the places of their partitions. */
    private final List<Cohort> cohorts;

    private OutcomeSample(JavaRDD<DrawnCohort> drawn, List<Cohort> cohorts) {
        this.drawn = drawn;
        this.cohorts = cohorts;
    }

    /**
     * Draws from a table.
     *
     * @param plan whose features are taken
     */
    static OutcomeSample of(
            Dataset<Row> table, PassPlan plan, ColumnsConfig columns, BadOutcome bad, List<LabelledCohort> drawn) {
        Column label = ColumnPaths.column(table.schema(), columns.label()).cast(DataTypes.StringType);
        List<SamplePass.Group> groups = drawn.stream()
                .map(one -> new SamplePass.Group(one.cohort().window(), List.of(), one.labelled()))
                .toList();
        List<Cohort> cohorts = drawn.stream().map(LabelledCohort::cohort).toList();
        JavaRDD<DrawnCohort> sample = new SamplePass(plan, columns, TrailingWindows.MOST_APPLICANTS)
                .candidates(
                        table.where(label.isNotNull()), groups, Optional.of(SampledOutcomes.of(columns.label(), bad)))
                .partitionBy(new HashPartitioner(cohorts.size()))
                .mapPartitions(candidates -> first(candidates, cohorts))
                .persist(StorageLevel.MEMORY_AND_DISK());
        sample.count();
        return new OutcomeSample(sample, cohorts);
    }

    /** Those of some cohorts; no others are looked at, or sent from where they are. */
    JavaRDD<DrawnCohort> of(Set<Cohort> wanted) {
        boolean[] isWanted = new boolean[cohorts.size()];
        for (int place = 0; place < isWanted.length; place++) {
            isWanted[place] = wanted.contains(cohorts.get(place));
        }
        return PartitionPruningRDD.create(drawn.rdd(), isAt(isWanted)).toJavaRDD();
    }

    private static Function1<Object, Object> isAt(boolean[] isWanted) {
        return (Function1<Object, Object> & Serializable) place -> isWanted[(Integer) place];
    }

    @Override
    public void close() {
        drawn.unpersist();
    }

    /** @param candidates of one cohort */
    private static Iterator<DrawnCohort> first(Iterator<Tuple2<Integer, Applicant>> candidates, List<Cohort> cohorts) {
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
