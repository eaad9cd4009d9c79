package io.tidemark.spark.joint;

import io.tidemark.shift.DomainModel;
import java.util.Arrays;
import org.apache.spark.ml.classification.GBTClassificationModel;
import org.apache.spark.ml.classification.GBTClassifier;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.classification.LogisticRegressionModel;
import org.apache.spark.ml.classification.ProbabilisticClassificationModel;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A model of MLlib's that was taught to tell the applicants with label 1 from those with label 0.
 *
 * @param weights of the columns: of logistic regression the sizes of its coefficients, of trees their importance
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record TaughtModel(ProbabilisticClassificationModel<Vector, ?> model, double[] weights) {
    private static final int ITERATIONS = 25;
    private static final double TOLERANCE = 1e-4;
    private static final double PENALTY = 0.01;
    private static final int TREES = 20;
    private static final int DEPTH = 3;
    private static final int SEED = 42;

    /** Teaches a model by rows with the columns {@code label} and {@code features}. */
    static TaughtModel of(DomainModel kind, Dataset<Row> rows) {
        return kind == DomainModel.TREES ? trees(rows) : line(rows);
    }

    private static TaughtModel line(Dataset<Row> rows) {
        LogisticRegressionModel line = new LogisticRegression()
                .setMaxIter(ITERATIONS)
                .setTol(TOLERANCE)
                .setRegParam(PENALTY)
                .fit(rows);
        return new TaughtModel(
                line,
                Arrays.stream(line.coefficients().toArray()).map(Math::abs).toArray());
    }

    private static TaughtModel trees(Dataset<Row> rows) {
        GBTClassificationModel trees = new GBTClassifier()
                .setMaxIter(TREES)
                .setMaxDepth(DEPTH)
                .setSeed(SEED)
                .fit(rows);
        return new TaughtModel(trees, trees.featureImportances().toArray());
    }

    /** The probability of each of some applicants to have label 1. */
    double[] probabilities(Vector[] applicants) {
        return Arrays.stream(applicants)
                .mapToDouble(columns -> model.predictProbability(columns).apply(1))
                .toArray();
    }
}
