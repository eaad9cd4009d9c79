package io.tidemark.spark.score;

import io.tidemark.config.ModelConfig;
import io.tidemark.model.BadOutcome;
import io.tidemark.problem.ModelProblems;
import io.tidemark.problem.Problem;
import io.tidemark.problem.UserMistake;
import io.tidemark.spark.pass.ColumnPaths;
import io.tidemark.spark.table.Failures;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.classification.ProbabilisticClassificationModel;
import org.apache.spark.ml.functions$;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;

/**
 * The scores of an MLlib {@code PipelineModel}: an element of the probabilities that its last classifier gives.
 *
 * @param hash of its directory
 * @param probabilities the column of the probabilities
 * @param place which of them is that of the bad outcome
 */
record PipelineScores(String name, String hash, PipelineModel pipeline, String probabilities, int place)
        implements AppliedModel {
    private static final String WHOLE = "the row of Tidemark";
    private static final int OUTCOMES = 2;

    /**
     * Opens a pipeline.
     *
     * @throws UserMistake if it is none, or none that scores applicants
     */
    static PipelineScores open(SparkSession session, ModelConfig config, BadOutcome bad) {
        String name = config.name();
        String hash = ModelFiles.hash(session, config);
        PipelineModel pipeline = Failures.orMistake(
                () -> PipelineModel.load(config.path()),
                reason -> ModelProblems.unreadable(name, config.path(), reason));
        PipelineStages stages = new PipelineStages(pipeline);
        stages.dropping().ifPresent(stage -> {
            throw new UserMistake(ModelProblems.dropsApplicants(name, stage));
        });
        ProbabilisticClassificationModel<?, ?> classifier = stages.classifier()
                .orElseThrow(() -> new UserMistake(
                        ModelProblems.unusableOutput(name, "none of its stages is a classifier with probabilities")));
        if (classifier.numClasses() != OUTCOMES) {
            throw new UserMistake(ModelProblems.unusableOutput(
                    name, "its classifier " + classifier.uid() + " knows " + classifier.numClasses() + " classes"));
        }
        List<String> classes = stages.classes(classifier.getLabelCol());
        OptionalInt place = classes.isEmpty() ? OptionalInt.of(bad.place()) : bad.place(classes);
        if (place.isEmpty()) {
            throw new UserMistake(ModelProblems.unusableOutput(
                    name, "its classes do not tell which of them is bad: " + String.join(", ", classes)));
        }
        return new PipelineScores(name, hash, pipeline, classifier.getProbabilityCol(), place.getAsInt());
    }

    @Override
    public String identity() {
        return hash + " " + place;
    }

    @Override
    public List<Problem> problems(StructType schema, String table, String label) {
        List<String> columns = ColumnPaths.names(schema);
        Set<String> needed = new PipelineStages(pipeline).needed();
        List<Problem> problems = new ArrayList<>();
        for (String column : needed) {
            if (column.equals(label)) {
                problems.add(ModelProblems.seesOutcome(name, label));
            } else if (!columns.contains(column)) {
                problems.add(ModelProblems.unknownColumn(name, column, table, columns));
            }
        }
        return problems;
    }

    /** The pipeline sees neither the label nor columns that are called like its own; these are set aside, and put back after it. */
    @Override
    public Dataset<Row> scored(Dataset<Row> table, String label) {
        Set<String> hidden = new PipelineStages(pipeline).written();
        Stream<Column> seen = Stream.of(table.columns())
                .filter(column -> !column.equals(label) && !hidden.contains(column))
                .map(column -> ColumnPaths.column(table.schema(), column));
        Column whole = functions
                .struct(Stream.of(table.columns())
                        .map(column -> ColumnPaths.column(table.schema(), column))
                        .toArray(Column[]::new))
                .as(WHOLE);
        Dataset<Row> prepared =
                table.select(Stream.concat(Stream.of(whole), seen).toArray(Column[]::new));
        Dataset<Row> judged = Failures.orMistake(
                () -> pipeline.transform(prepared), reason -> ModelProblems.unusableOutput(name, reason));
        Column score = functions$
                .MODULE$
                .vector_to_array(functions.col(probabilities), "float64")
                .getItem(place);
        return judged.select(
                functions.col("`" + WHOLE + "`.*"),
                functions.when(functions.isnan(score), null).otherwise(score).as(name));
    }
}
