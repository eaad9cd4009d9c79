package io.tidemark.spark.staleness;

import io.tidemark.model.Recipe;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.classification.GBTClassifier;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.classification.ProbabilisticClassificationModel;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.storage.StorageLevel;

/**
 * The models of some recipes that are trained on the same applicants, with the vectors made once for all of them.
 *
 * <p>Applicants who are trained on are in one partition and in a fixed order, since doubles that are added up in another would come to another
 * model.
 */
record RecipeModels(PipelineModel vectors, Map<Recipe, ProbabilisticClassificationModel<Vector, ?>> models) {
    private static final int ITERATIONS = 50;
    private static final double TOLERANCE = 1e-5;
    private static final double PENALTY = 0.01;
    private static final int TREES = 20;
    private static final int DEPTH = 3;
    private static final double STEP = 0.2;
    private static final int SEED = 42;

    /** What decides over the models beside who is trained on; another text where any of it is another. */
    static final String SETTINGS = String.join(
            " ",
            "1",
            String.valueOf(ITERATIONS),
            String.valueOf(TOLERANCE),
            String.valueOf(PENALTY),
            String.valueOf(TREES),
            String.valueOf(DEPTH),
            String.valueOf(STEP),
            String.valueOf(SEED));

    /** Trains on applicants of an {@link OutcomeSample}. */
    static RecipeModels fit(FeaturePipeline pipeline, List<Recipe> recipes, Dataset<Row> applicants) {
        Dataset<Row> training = applicants
                .coalesce(1)
                .sortWithinPartitions(OutcomeSample.COHORT, OutcomeSample.PLACE)
                .persist(StorageLevel.MEMORY_AND_DISK());
        PipelineModel vectors = pipeline.fit(training);
        Dataset<Row> prepared = vectors.transform(training)
                .select(OutcomeSample.LABEL, FeaturePipeline.VECTOR)
                .persist(StorageLevel.MEMORY_AND_DISK());
        Map<Recipe, ProbabilisticClassificationModel<Vector, ?>> models = new EnumMap<>(Recipe.class);
        recipes.forEach(recipe -> models.put(recipe, fit(recipe, prepared)));
        prepared.unpersist();
        training.unpersist();
        return new RecipeModels(vectors, models);
    }

    private static ProbabilisticClassificationModel<Vector, ?> fit(Recipe recipe, Dataset<Row> prepared) {
        return switch (recipe) {
            case LOGISTIC ->
                new LogisticRegression()
                        .setMaxIter(ITERATIONS)
                        .setTol(TOLERANCE)
                        .setRegParam(PENALTY)
                        .fit(prepared);
            case TREES ->
                new GBTClassifier()
                        .setMaxIter(TREES)
                        .setMaxDepth(DEPTH)
                        .setStepSize(STEP)
                        .setSeed(SEED)
                        .fit(prepared);
        };
    }

    /** The judged applicants of a cohort, in the order of their sample. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Judged(boolean[] bad, Map<Recipe, double[]> probabilities) {
        int bads() {
            int bads = 0;
            for (boolean is : bad) {
                bads += is ? 1 : 0;
            }
            return bads;
        }
    }

    /** How applicants of an {@link OutcomeSample} are judged, by the first days of their cohorts. */
    Map<Integer, Judged> judge(Dataset<Row> applicants) {
        List<Recipe> recipes = List.copyOf(models.keySet());
        List<ProbabilisticClassificationModel<Vector, ?>> inOrder = recipes.stream()
                .<ProbabilisticClassificationModel<Vector, ?>>map(models::get)
                .toList();
        List<Row> rows = vectors.transform(applicants)
                .select(OutcomeSample.COHORT, OutcomeSample.PLACE, OutcomeSample.LABEL, FeaturePipeline.VECTOR)
                .javaRDD()
                .map(row -> {
                    Vector vector = row.getAs(3);
                    double[] probabilities = inOrder.stream()
                            .mapToDouble(
                                    model -> model.predictProbability(vector).apply(1))
                            .toArray();
                    return RowFactory.create(row.get(0), row.get(1), row.getDouble(2) == 1, probabilities);
                })
                .collect();
        Map<Integer, List<Row>> byCohort = new TreeMap<>();
        rows.forEach(row -> byCohort.computeIfAbsent(row.getInt(0), any -> new ArrayList<>())
                .add(row));
        Map<Integer, Judged> judged = new TreeMap<>();
        byCohort.forEach((cohort, members) -> judged.put(cohort, judged(recipes, members)));
        return judged;
    }

    private static Judged judged(List<Recipe> recipes, List<Row> rows) {
        boolean[] bad = new boolean[rows.size()];
        Map<Recipe, double[]> probabilities = new EnumMap<>(Recipe.class);
        recipes.forEach(recipe -> probabilities.put(recipe, new double[bad.length]));
        for (Row row : rows) {
            int place = row.getInt(1);
            bad[place] = row.getBoolean(2);
            double[] given = row.getAs(3);
            for (int i = 0; i < given.length; i++) {
                probabilities.get(recipes.get(i))[place] = given[i];
            }
        }
        return new Judged(bad, probabilities);
    }
}
