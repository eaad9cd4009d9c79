package io.tidemark.spark.score;

import io.tidemark.config.ModelConfig;
import io.tidemark.model.BadOutcome;
import io.tidemark.onnx.OnnxModel;
import io.tidemark.onnx.OnnxRuntime;
import io.tidemark.onnx.Taken;
import io.tidemark.problem.ModelProblems;
import io.tidemark.problem.Problem;
import io.tidemark.problem.UserMistake;
import io.tidemark.spark.pass.ColumnPaths;
import io.tidemark.spark.table.Failures;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.IntegralType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructType;

/**
 * The scores of a model in ONNX's format.
 *
 * <p>Which column goes where is said by the model, or by the user for a model that does not say: by the names of its inputs where each takes one
 * column, else by its metadata's {@code feature_names}. Missing numbers are NaN, missing texts are empty, and special codes are what they are.
 *
 * @param hash of its file
 * @param features the columns that it takes, in its order
 * @param taken what it takes from each
 */
record OnnxScores(
        String name, String hash, Broadcast<byte[]> file, List<String> features, List<Taken> taken, BadOutcome bad)
        implements AppliedModel {
    /**
     * Opens a model.
     *
     * @throws UserMistake if it is none, or none that scores applicants
     */
    static OnnxScores open(SparkSession session, ModelConfig config, BadOutcome bad) {
        String name = config.name();
        if (!OnnxRuntime.isOn(Thread.currentThread().getContextClassLoader())) {
            throw new UserMistake(ModelProblems.noRuntime(name, config.path(), OnnxRuntime.coordinates()));
        }
        byte[] bytes = ModelFiles.bytes(session, config);
        String hash = DigestUtils.sha256Hex(bytes);
        OnnxModel model = Failures.orMistake(
                () -> OnnxModel.of(hash, () -> bytes), reason -> ModelProblems.unreadable(name, config.path(), reason));
        List<Problem> problems = new ArrayList<>();
        model.unusableInputs().forEach(input -> problems.add(ModelProblems.unusableInput(name, input)));
        List<String> features = problems.isEmpty() ? features(config, model, problems) : List.of();
        if (problems.isEmpty()) {
            model.complaint(features.size(), bad)
                    .ifPresent(complaint -> problems.add(ModelProblems.unusableOutput(name, complaint)));
        }
        if (!problems.isEmpty()) {
            throw new UserMistake(problems);
        }
        Broadcast<byte[]> file =
                JavaSparkContext.fromSparkContext(session.sparkContext()).broadcast(bytes);
        return new OnnxScores(name, hash, file, features, model.taken(features.size()), bad);
    }

    private static List<String> features(ModelConfig config, OnnxModel model, List<Problem> problems) {
        Optional<List<String>> noted = model.noteOfFeatures().map(ModelConfig::names);
        List<String> given = config.features();
        if (!given.isEmpty() && noted.isPresent() && !noted.get().equals(given)) {
            problems.add(ModelProblems.featureOrder(config.name(), given, noted.get()));
        }
        List<String> features = given.isEmpty() ? noted.or(model::inputNames).orElse(List.of()) : given;
        if (features.isEmpty()) {
            problems.add(ModelProblems.unnamedFeatures(config.name(), model.shownInputs()));
            return features;
        }
        model.width()
                .filter(width -> width != features.size())
                .ifPresent(width -> problems.add(ModelProblems.featureCount(config.name(), features, width)));
        return features;
    }

    @Override
    public String identity() {
        return hash + " " + features + " " + bad.values();
    }

    @Override
    public List<Problem> problems(StructType schema, String table, String label) {
        List<String> columns = ColumnPaths.names(schema);
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < features.size(); i++) {
            String feature = features.get(i);
            if (!columns.contains(feature)) {
                problems.add(ModelProblems.unknownColumn(name, feature, table, columns));
            } else if (feature.equals(label)) {
                problems.add(ModelProblems.seesOutcome(name, label));
            } else if (!fits(ColumnPaths.type(schema, feature), taken.get(i))) {
                String type = ColumnPaths.type(schema, feature).simpleString();
                problems.add(ModelProblems.wrongType(
                        name, feature, table, type, taken.get(i).words()));
            }
        }
        return problems;
    }

    private static boolean fits(DataType type, Taken taken) {
        boolean isFlag = type instanceof BooleanType;
        return switch (taken) {
            case NUMBERS, SHORT_NUMBERS -> type instanceof NumericType || isFlag;
            case WHOLE_NUMBERS, SHORT_WHOLE_NUMBERS ->
                type instanceof IntegralType || (type instanceof DecimalType decimal && decimal.scale() == 0) || isFlag;
            case FLAGS -> isFlag;
            case TEXTS -> type instanceof StringType || type instanceof IntegralType || isFlag;
        };
    }

    @Override
    public Dataset<Row> scored(Dataset<Row> table, String label) {
        Column[] values = new Column[features.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = ColumnPaths.column(table.schema(), features.get(i))
                    .cast(type(taken.get(i)))
                    .as("c" + i);
        }
        Column score = functions
                .udf(new OnnxScore(name, hash, file, features.size(), bad), DataTypes.DoubleType)
                .apply(functions.struct(values));
        return table.withColumn(name, score);
    }

    private static DataType type(Taken taken) {
        return switch (taken) {
            case NUMBERS, SHORT_NUMBERS -> DataTypes.DoubleType;
            case WHOLE_NUMBERS, SHORT_WHOLE_NUMBERS -> DataTypes.LongType;
            case FLAGS -> DataTypes.BooleanType;
            case TEXTS -> DataTypes.StringType;
        };
    }
}
