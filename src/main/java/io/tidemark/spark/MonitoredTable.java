package io.tidemark.spark;

import io.tidemark.cohort.Reference.OtherTable;
import io.tidemark.config.MonitorConfig;
import io.tidemark.config.MonitorReading;
import io.tidemark.config.SourceConfig;
import io.tidemark.feature.Feature;
import io.tidemark.problem.Problem;
import io.tidemark.problem.Problems;
import io.tidemark.problem.UserMistake;
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

/**
 * The applicants of a monitor, opened and found to fit its configuration.
 *
 * @param references the references that are other tables
 */
record MonitoredTable(
        MonitorConfig config, Dataset<Row> rows, Map<OtherTable, Dataset<Row>> references, FeatureSelection selection) {
    /**
     * Opens what a reading of the options speaks of.
     *
     * @throws UserMistake with everything that is wrong with options, columns and sources
     */
    static MonitoredTable open(SparkSession session, MonitorReading reading) {
        SourceConfig source = reading.source();
        Dataset<Row> rows;
        try {
            rows = Sources.open(session, source);
        } catch (UserMistake e) {
            throw reading.with(e.problems());
        }
        MonitorConfig config = reading.checkedAgainst(ColumnPaths.names(rows.schema()));
        List<Problem> problems = new ArrayList<>();
        checkTime(rows, config.columns().time(), problems);
        checkSegments(rows, config.columns().segmentColumns(), problems);
        FeatureSelection selection = FeatureSelection.of(rows.schema(), config.columns(), problems);
        Map<OtherTable, Dataset<Row>> references = openReferences(session, config, problems);
        references.forEach((reference, table) -> checkReference(reference, table, config, selection, problems));
        if (!problems.isEmpty()) {
            throw new UserMistake(problems);
        }
        return new MonitoredTable(config, rows, references, selection);
    }

    private static void checkTime(Dataset<Row> rows, String time, List<Problem> problems) {
        DataType type = ColumnPaths.type(rows.schema(), time);
        if (!FeatureSelection.isTime(type) && !(type instanceof StringType)) {
            List<String> candidates = ColumnPaths.leaves(rows.schema()).stream()
                    .filter(field -> FeatureSelection.isTime(field.dataType()))
                    .map(StructField::name)
                    .toList();
            problems.add(Problems.timeOfWrongType(time, type.simpleString(), candidates));
        }
    }

    private static void checkSegments(Dataset<Row> rows, Set<String> columns, List<Problem> problems) {
        for (String column : columns) {
            DataType type = ColumnPaths.type(rows.schema(), column);
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
            Dataset<Row> table,
            MonitorConfig config,
            FeatureSelection selection,
            List<Problem> problems) {
        List<String> columns = ColumnPaths.names(table.schema());
        Stream.of(
                        selection.watched().stream().map(Feature::name),
                        config.columns().segmentColumns().stream(),
                        Stream.ofNullable(config.columns().label()))
                .flatMap(names -> names)
                .filter(name -> !columns.contains(name))
                .forEach(name -> problems.add(Problems.referenceLacks(reference.id(), name, columns)));
    }
}
