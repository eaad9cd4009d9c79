package io.tidemark.spark.history;

import io.tidemark.spark.pass.PassPlan;
import io.tidemark.spark.source.SourceFile;
import io.tidemark.spark.source.TableFacts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.api.java.JavaRDD;

/**
 * The applicants as profiles: what a run has to work with.
 *
 * @param plan what was counted
 * @param histories every feature through time, from this run's pass and from what earlier runs kept
 * @param reach which of it this run counted
 * @param files the input as it was found; empty where no later run can build on it
 * @param leftOut columns that an earlier run found to be no features, each with the reason
 */
public record Profiled(
        PassPlan plan,
        JavaRDD<ColumnHistory> histories,
        TableFacts facts,
        Reach reach,
        Optional<List<SourceFile>> files,
        Map<String, String> leftOut) {}
