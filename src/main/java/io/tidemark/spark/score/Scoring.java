package io.tidemark.spark.score;

import io.tidemark.config.ModelConfig;
import io.tidemark.model.BadOutcome;
import io.tidemark.problem.ModelProblems;
import io.tidemark.problem.Problem;
import io.tidemark.problem.UserMistake;
import io.tidemark.spark.pass.ColumnPaths;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Models that are applied within the job: each adds to a table a column of its name, the probability of the bad outcome.
 *
 * <p>A column is computed row by row where it is asked for, so that reading by files, filters and pruned columns go on beneath it; a score is a
 * function of its own row alone, and knows nothing of the label.
 */
public final class Scoring {
    private final List<AppliedModel> models;
    private final String label;

    private Scoring(List<AppliedModel> models, String label) {
        this.models = List.copyOf(models);
        this.label = label;
    }

    /**
     * Opens models.
     *
     * @param label the column that no model may look at, or null
     * @param problems takes what is wrong with those that cannot be opened
     */
    public static Scoring open(
            SparkSession session, List<ModelConfig> configs, String label, BadOutcome bad, List<Problem> problems) {
        List<AppliedModel> models = new ArrayList<>();
        for (ModelConfig config : configs) {
            try {
                models.add(open(session, config, bad));
            } catch (UserMistake e) {
                problems.addAll(e.problems());
            }
        }
        return new Scoring(models, label);
    }

    private static AppliedModel open(SparkSession session, ModelConfig config, BadOutcome bad) {
        return config.isOnnx() ? OnnxScores.open(session, config, bad) : PipelineScores.open(session, config, bad);
    }

    /** The columns that a table will have once it is scored, whether or not its models can be opened. */
    public static StructType schema(StructType table, List<ModelConfig> configs) {
        List<String> columns = ColumnPaths.names(table);
        StructType schema = table;
        for (ModelConfig config : configs) {
            schema = columns.contains(config.name()) ? schema : schema.add(config.name(), DataTypes.DoubleType);
        }
        return schema;
    }

    /**
     * What the models need and a table lacks.
     *
     * @param table as the user may read it
     */
    public List<Problem> problems(StructType schema, String table) {
        List<String> columns = ColumnPaths.names(schema);
        List<Problem> problems = new ArrayList<>();
        for (AppliedModel model : models) {
            if (columns.contains(model.name())) {
                problems.add(ModelProblems.nameTaken(model.name(), table));
            } else {
                problems.addAll(model.problems(schema, table, label));
            }
        }
        return problems;
    }

    /** A table without such problems, with the models' scores as further columns. */
    public Dataset<Row> scored(Dataset<Row> table) {
        Dataset<Row> scored = table;
        for (AppliedModel model : models) {
            scored = model.scored(scored, label);
        }
        return scored;
    }

    /** What tells these models from others: their names, and what decides over their scores. */
    public List<String> identity() {
        return models.stream()
                .map(model -> model.name() + " " + model.identity())
                .toList();
    }
}
