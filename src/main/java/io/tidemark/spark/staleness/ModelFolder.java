package io.tidemark.spark.staleness;

import io.tidemark.cohort.Cohort;
import io.tidemark.feature.Feature;
import io.tidemark.model.Encoding;
import io.tidemark.model.Recipe;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.io.FileUtils;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.ml.classification.GBTClassificationModel;
import org.apache.spark.ml.classification.LogisticRegressionModel;
import org.apache.spark.ml.classification.ProbabilisticClassificationModel;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.util.MLWritable;
import org.apache.spark.sql.SparkSession;

/**
 * The models of a monitor that are kept beside its tables, a file for the cohort that they were trained through: an archive of what MLlib writes of
 * them, of the encoding that they take, and of what they were trained on.
 *
 * <p>MLlib writes them to the driver's own disk. To the file system of the tables it writes by a Spark job for every part of every stage, which
 * takes longer than the training.
 */
final class ModelFolder {
    private static final String NAME = "staleness_models";
    private static final String TRAINED_ON = "trained_on";
    private static final String ENCODING = "encoding";
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
        Path archive = archive(through);
        try {
            List<String> lines =
                    PackedFolder.first(files(), archive, TRAINED_ON).lines().toList();
            return !lines.isEmpty()
                    && lines.get(0).equals(trainedOn)
                    && recipes.stream().allMatch(recipe -> lines.contains(recipe.id()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + archive, e);
        }
    }

    /**
     * Reads models that are there.
     *
     * @param features that they were trained on
     */
    RecipeModels load(Cohort through, List<Feature> features, List<Recipe> recipes) {
        SparkSession.setActiveSession(session);
        Path archive = archive(through);
        try {
            java.nio.file.Path folder = Files.createTempDirectory(NAME);
            try {
                PackedFolder.unpack(files(), archive, folder);
                Map<Recipe, ProbabilisticClassificationModel<Vector, ?>> models = new EnumMap<>(Recipe.class);
                for (Recipe recipe : recipes) {
                    String path = folder.resolve(recipe.id()).toString();
                    models.put(
                            recipe,
                            switch (recipe) {
                                case LOGISTIC -> LogisticRegressionModel.read().loadFromLocal(path);
                                case TREES -> GBTClassificationModel.read().loadFromLocal(path);
                            });
                }
                try (DataInputStream in =
                        new DataInputStream(new BufferedInputStream(Files.newInputStream(folder.resolve(ENCODING))))) {
                    return new RecipeModels(Encoding.read(features, in), models);
                }
            } finally {
                FileUtils.deleteDirectory(folder.toFile());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the models in " + archive, e);
        }
    }

    /** Writes models in the place of those that were trained through the same cohort. */
    void save(Cohort through, String trainedOn, RecipeModels models) {
        SparkSession.setActiveSession(session);
        Path archive = archive(through);
        try {
            java.nio.file.Path folder = Files.createTempDirectory(NAME);
            try {
                try (DataOutputStream out = new DataOutputStream(
                        new BufferedOutputStream(Files.newOutputStream(folder.resolve(ENCODING))))) {
                    models.encoding().write(out);
                }
                StringBuilder marker = new StringBuilder(trainedOn);
                for (Map.Entry<Recipe, ProbabilisticClassificationModel<Vector, ?>> model :
                        models.models().entrySet()) {
                    String recipe = model.getKey().id();
                    ((MLWritable) model.getValue())
                            .write()
                            .saveToLocal(folder.resolve(recipe).toString());
                    marker.append('\n').append(recipe);
                }
                Files.writeString(folder.resolve(TRAINED_ON), marker, StandardCharsets.UTF_8);
                PackedFolder.pack(folder, TRAINED_ON, files(), archive);
            } finally {
                FileUtils.deleteDirectory(folder.toFile());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the models in " + archive, e);
        }
    }

    private Path archive(Cohort through) {
        return new Path(root, through.label() + ".zip");
    }

    private FileSystem files() throws IOException {
        return root.getFileSystem(session.sparkContext().hadoopConfiguration());
    }
}
