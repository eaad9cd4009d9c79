package io.tidemark.spark;

import io.tidemark.cohort.Cohort;
import io.tidemark.model.Recipe;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.classification.GBTClassificationModel;
import org.apache.spark.ml.classification.LogisticRegressionModel;
import org.apache.spark.ml.classification.ProbabilisticClassificationModel;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.SparkSession;

/**
 * The models of a monitor that are kept beside its tables, in MLlib's own format, a folder for the cohort that they were trained through. What they
 * were trained on is written last: a folder without it is none.
 */
final class ModelFolder {
    private static final String NAME = "staleness_models";
    private static final String TRAINED_ON = "trained_on";
    private static final String VECTORS = "vectors";
    private static final int SHORT = 16;

    private final SparkSession session;
    private final Path root;

    ModelFolder(SparkSession session, String output, String monitor) {
        this.session = session;
        this.root =
                new Path(new Path(output, NAME), DigestUtils.sha256Hex(monitor).substring(0, SHORT));
    }

    /** Whether models are there for all of some recipes, and were trained on that. */
    boolean has(Cohort through, String trainedOn, List<Recipe> recipes) {
        Path marker = new Path(path(through), TRAINED_ON);
        try {
            FileSystem files = files();
            if (!files.exists(marker)) {
                return false;
            }
            try (FSDataInputStream in = files.open(marker)) {
                List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .toList();
                return lines.get(0).equals(trainedOn)
                        && recipes.stream().allMatch(recipe -> lines.contains(recipe.id()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + marker, e);
        }
    }

    /** Reads models that are there. */
    RecipeModels load(Cohort through, List<Recipe> recipes) {
        SparkSession.setActiveSession(session);
        Map<Recipe, ProbabilisticClassificationModel<Vector, ?>> models = new EnumMap<>(Recipe.class);
        for (Recipe recipe : recipes) {
            String path = new Path(path(through), recipe.id()).toString();
            models.put(
                    recipe,
                    switch (recipe) {
                        case LOGISTIC -> LogisticRegressionModel.load(path);
                        case TREES -> GBTClassificationModel.load(path);
                    });
        }
        return new RecipeModels(PipelineModel.load(new Path(path(through), VECTORS).toString()), models);
    }

    /** Writes models in the place of those that were trained through the same cohort. */
    void save(Cohort through, String trainedOn, RecipeModels models) {
        SparkSession.setActiveSession(session);
        Path path = path(through);
        try {
            FileSystem files = files();
            files.delete(path, true);
            models.vectors().save(new Path(path, VECTORS).toString());
            for (Map.Entry<Recipe, ProbabilisticClassificationModel<Vector, ?>> model :
                    models.models().entrySet()) {
                String to = new Path(path, model.getKey().id()).toString();
                if (model.getValue() instanceof LogisticRegressionModel line) {
                    line.save(to);
                } else if (model.getValue() instanceof GBTClassificationModel trees) {
                    trees.save(to);
                }
            }
            StringBuilder marker = new StringBuilder(trainedOn);
            models.models().keySet().forEach(recipe -> marker.append('\n').append(recipe.id()));
            try (FSDataOutputStream out = files.create(new Path(path, TRAINED_ON), true)) {
                out.write(marker.toString().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the models in " + path, e);
        }
    }

    private Path path(Cohort through) {
        return new Path(root, through.label());
    }

    private FileSystem files() throws IOException {
        return root.getFileSystem(session.sparkContext().hadoopConfiguration());
    }
}
