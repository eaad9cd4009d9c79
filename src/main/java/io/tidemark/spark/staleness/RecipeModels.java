package io.tidemark.spark.staleness;

import io.tidemark.cohort.Cohort;
import io.tidemark.feature.Feature;
import io.tidemark.model.Applicant;
import io.tidemark.model.Encoding;
import io.tidemark.model.Recipe;
import io.tidemark.model.ScoredOutcomes;
import java.io.Serializable;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.ml.classification.GBTClassifier;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.classification.ProbabilisticClassificationModel;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;

/**
 * MLlib's models of some recipes that are trained on the same applicants.
 *
 * <p>Applicants who are trained on are in one partition and in a fixed order, since doubles that are added up in another would come to another
 * model.
 *
 * @param encoding of applicants as the columns that the models take, learned from those who were trained on
 */
record RecipeModels(Encoding encoding, Map<Recipe, ProbabilisticClassificationModel<Vector, ?>> models) {
    private static final int ITERATIONS = 50;
    private static final double TOLERANCE = 1e-5;
    private static final double PENALTY = 0.01;
    private static final int TREES = 20;
    private static final int DEPTH = 3;
    private static final double STEP = 0.2;
    private static final int SEED = 42;

    private static final StructType COLUMNS = new StructType()
            .add("label", DataTypes.DoubleType, false)
            .add("features", SQLDataTypes.VectorType(), false);

    /** What decides over the models beside who is trained on; another text where any of it is another. */
    static final String SETTINGS = String.join(
            " ",
            "3",
            Encoding.SETTINGS,
            String.valueOf(ITERATIONS),
            String.valueOf(TOLERANCE),
            String.valueOf(PENALTY),
            String.valueOf(TREES),
            String.valueOf(DEPTH),
            String.valueOf(STEP),
            String.valueOf(SEED));

    /**
     * Trains models.
     *
     * @param leastOfCategory how many of those who are trained on have to carry a category that is told from others
     * @param window who is trained on, by cohorts
     */
    static RecipeModels fit(
            SparkSession session,
            List<Feature> features,
            long leastOfCategory,
            List<Recipe> recipes,
            JavaRDD<DrawnCohort> window) {
        JavaRDD<List<Applicant>> together =
                window.coalesce(1).glom().map(RecipeModels::inOrder).persist(StorageLevel.MEMORY_AND_DISK());
        try {
            Encoding encoding = together.map(applicants -> Encoding.of(features, applicants, leastOfCategory))
                    .first();
            return new RecipeModels(encoding, fit(recipes, prepared(session, encoding, together)));
        } finally {
            together.unpersist();
        }
    }

    private static Dataset<Row> prepared(SparkSession session, Encoding encoding, JavaRDD<List<Applicant>> together) {
        return session.createDataFrame(
                together.flatMap(applicants -> applicants.stream()
                        .map(applicant -> RowFactory.create(applicant.bad() ? 1.0 : 0.0, vector(encoding, applicant)))
                        .iterator()),
                COLUMNS);
    }

    private static Map<Recipe, ProbabilisticClassificationModel<Vector, ?>> fit(
            List<Recipe> recipes, Dataset<Row> prepared) {
        prepared.persist(StorageLevel.MEMORY_AND_DISK());
        try {
            Map<Recipe, ProbabilisticClassificationModel<Vector, ?>> models = new EnumMap<>(Recipe.class);
            recipes.forEach(recipe -> models.put(recipe, fit(recipe, prepared)));
            return models;
        } finally {
            prepared.unpersist();
        }
    }

    private static List<Applicant> inOrder(List<DrawnCohort> window) {
        TreeMap<Cohort, List<Applicant>> byCohort = new TreeMap<>();
        window.forEach(drawn -> byCohort.put(drawn.cohort(), drawn.applicants()));
        return byCohort.values().stream().flatMap(List::stream).toList();
    }

    private static Vector vector(Encoding encoding, Applicant applicant) {
        double[] columns = new double[encoding.width()];
        encoding.encode(applicant, columns);
        return Vectors.dense(columns).compressed();
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

    /**
     * The judged applicants of a cohort, in the order of their sample.
     *
     * @param probabilities of the bad outcome
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Judged(Cohort cohort, boolean[] bad, Map<Recipe, double[]> probabilities) implements Serializable {
        ScoredOutcomes by(Recipe recipe) {
            return new ScoredOutcomes(bad, probabilities.get(recipe));
        }

        int bads() {
            int bads = 0;
            for (boolean is : bad) {
                bads += is ? 1 : 0;
            }
            return bads;
        }
    }

    /** How the applicants of cohorts are judged. */
    List<Judged> judge(JavaRDD<DrawnCohort> cohorts) {
        // Local copies: a record is not to be sent along as a whole.
        Encoding columns = encoding;
        Map<Recipe, ProbabilisticClassificationModel<Vector, ?>> judges = new EnumMap<>(models);
        return cohorts.map(drawn -> judged(drawn, columns, judges)).collect();
    }

    private static Judged judged(
            DrawnCohort drawn, Encoding encoding, Map<Recipe, ProbabilisticClassificationModel<Vector, ?>> models) {
        Map<Recipe, double[]> probabilities = new EnumMap<>(Recipe.class);
        models.keySet()
                .forEach(recipe ->
                        probabilities.put(recipe, new double[drawn.applicants().size()]));
        for (int i = 0; i < drawn.applicants().size(); i++) {
            Vector vector = vector(encoding, drawn.applicants().get(i));
            for (Map.Entry<Recipe, double[]> given : probabilities.entrySet()) {
                given.getValue()[i] =
                        models.get(given.getKey()).predictProbability(vector).apply(1);
            }
        }
        return new Judged(drawn.cohort(), drawn.bad(), probabilities);
    }
}
