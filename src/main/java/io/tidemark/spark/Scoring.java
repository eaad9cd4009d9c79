package io.tidemark.spark;

import io.tidemark.config.ModelConfig;
import io.tidemark.model.PositiveClass;
import io.tidemark.problem.ModelProblems;
import io.tidemark.problem.Problem;
import io.tidemark.problem.UserMistake;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Models that are applied within the job: each adds to a table a column of its name, the probability of the positive outcome.
 *
 * <p>A column is computed row by row where it is asked for, so that reading by files, filters and pruned columns go on beneath it; a score is a
 * function of its own row alone, and knows nothing of the label.
 */
final class Scoring {
    private final List<AppliedModel> models;
    private final String label;

    private Scoring(List<AppliedModel> models, String label) {
        this.models = models;
        this.label = label;
    }

    /**
     * Opens models.
     *
     * @param label the column that no model may look at, or null
     * @throws UserMistake with everything that cannot be read
     */
    static Scoring open(SparkSession session, List<ModelConfig> configs, String label, PositiveClass positive) {
        List<AppliedModel> models = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (ModelConfig config : configs) {
            try {
                models.add(open(session, config, positive));
            } catch (UserMistake e) {
                problems.addAll(e.problems());
            }
        }
        orThrow(problems);
        return new Scoring(models, label);
    }

    private static AppliedModel open(SparkSession session, ModelConfig config, PositiveClass positive) {
        return config.isOnnx()
                ? OnnxScores.open(session, config, positive)
                : PipelineScores.open(session, config, positive);
    }

    /**
     * A table with the models' scores as further columns.
     *
     * @throws UserMistake with everything that the models need and the table lacks
     */
    Dataset<Row> scored(Dataset<Row> table) {
        List<String> columns = ColumnPaths.names(table.schema());
        List<Problem> problems = new ArrayList<>();
        Dataset<Row> scored = table;
        for (AppliedModel model : models) {
            if (columns.contains(model.name())) {
                problems.add(ModelProblems.nameTaken(model.name()));
                continue;
            }
            List<Problem> lacks = model.problems(table.schema(), label);
            problems.addAll(lacks);
            scored = lacks.isEmpty() ? model.scored(scored, label) : scored;
        }
        orThrow(problems);
        return scored;
    }

    /** What tells these models from others: their names, and hashes of their files. */
    List<String> identity() {
        return models.stream()
                .map(model -> model.name() + " " + model.identity())
                .toList();
    }

    private static void orThrow(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new UserMistake(problems);
        }
    }
}
