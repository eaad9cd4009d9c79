package io.tidemark.spark.source;

import io.tidemark.cohort.Reference.OtherTable;
import io.tidemark.config.MonitorConfig;
import io.tidemark.config.MonitorReading;
import io.tidemark.feature.Feature;
import io.tidemark.problem.Problem;
import io.tidemark.problem.Problems;
import io.tidemark.problem.UserMistake;
import io.tidemark.spark.pass.ColumnPaths;
import io.tidemark.spark.pass.FeatureSelection;
import io.tidemark.spark.score.Scoring;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * The applicants of a monitor, opened and found to fit its configuration.
 *
 * @param source the applicants as they are read; which files they are in is seen here
 * @param scoring the models that are applied to them
 * @param rows the applicants with the scores of these models
 * @param references the references that are other tables, with the scores too
 */
public record MonitoredTable(
        MonitorConfig config,
        Dataset<Row> source,
        Scoring scoring,
        Dataset<Row> rows,
        Map<OtherTable, Dataset<Row>> references,
        FeatureSelection selection) {
    /**
     * Opens what a reading of the options speaks of.
     *
     * @throws UserMistake with everything that is wrong with options, columns and sources
     */
    public static MonitoredTable open(SparkSession session, MonitorReading reading) {
        Dataset<Row> source;
        try {
            source = Sources.open(session, reading.source());
        } catch (UserMistake e) {
            throw reading.with(e.problems());
        }
        MonitorConfig config = reading.checkedAgainst(ColumnPaths.names(source.schema()));
        StructType schema = Scoring.schema(source.schema(), reading.models());
        List<Problem> problems = new ArrayList<>();
        checkTime(schema, config.columns().time(), problems);
        checkSegments(schema, config.columns().segmentColumns(), problems);
        FeatureSelection selection = FeatureSelection.of(schema, config.columns(), problems);
        Scoring scoring = Scoring.open(
                session,
                reading.models(),
                config.columns().label(),
                config.outcomes().bad(),
                problems);
        problems.addAll(scoring.problems(source.schema(), "the input"));
        Map<OtherTable, Dataset<Row>> references = openReferences(session, config, problems);
        references.forEach((reference, table) -> {
            problems.addAll(scoring.problems(table.schema(), "the reference " + reference.id()));
            StructType scored = Scoring.schema(table.schema(), reading.models());
            checkReference(reference, ColumnPaths.names(scored), config, selection, problems);
        });
        if (!problems.isEmpty()) {
            throw new UserMistake(problems);
        }
        references.replaceAll((reference, table) -> scoring.scored(table));
        return new MonitoredTable(config, source, scoring, scoring.scored(source), references, selection);
    }

    private static void checkTime(StructType schema, String time, List<Problem> problems) {
        DataType type = ColumnPaths.type(schema, time);
        if (!FeatureSelection.isTime(type) && !(type instanceof StringType)) {
            List<String> candidates = ColumnPaths.leaves(schema).stream()
                    .filter(field -> FeatureSelection.isTime(field.dataType()))
                    .map(StructField::name)
                    .toList();
            problems.add(Problems.timeOfWrongType(time, type.simpleString(), candidates));
        }
    }

    private static void checkSegments(StructType schema, Set<String> columns, List<Problem> problems) {
        for (String column : columns) {
            DataType type = ColumnPaths.type(schema, column);
            if (!FeatureSelection.isCategory(type)) {
                problems.add(Problems.unusableSegment(column, type.simpleString()));
            }
        }
    }

    private static Map<OtherTable, Dataset<Row>> openReferences(
            SparkSession session, MonitorConfig config, List<Problem> problems) {
        Map<OtherTable, Dataset<Row>> tables = new LinkedHashMap<>();
        config.referenceSources().forEach((reference, source) -> {
            try {
                tables.put(reference, Sources.open(session, source));
            } catch (UserMistake e) {
                problems.addAll(e.problems());
            }
        });
        return tables;
    }

    private static void checkReference(
            OtherTable reference,
            List<String> columns,
            MonitorConfig config,
            FeatureSelection selection,
            List<Problem> problems) {
        Stream.of(
                        selection.watched().stream().map(Feature::name),
                        config.columns().segmentColumns().stream(),
                        Stream.ofNullable(config.columns().label()))
                .flatMap(names -> names)
                .filter(name -> !columns.contains(name))
                .forEach(name -> problems.add(Problems.referenceLacks(reference.id(), name, columns)));
    }
}
