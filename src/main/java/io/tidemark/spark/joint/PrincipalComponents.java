package io.tidemark.spark.joint;

import io.tidemark.model.Components;
import org.apache.spark.ml.feature.PCA;
import org.apache.spark.ml.feature.PCAModel;
import org.apache.spark.ml.linalg.DenseMatrix;
import org.apache.spark.sql.SparkSession;

/** MLlib's principal components, as many as it takes to explain most of the variance. */
final class PrincipalComponents {
    private static final double EXPLAINED = 0.9;

    private PrincipalComponents() {}

    static Components of(SparkSession session, double[][] rows) {
        int width = rows[0].length;
        PCAModel model = new PCA()
                .setInputCol("features")
                .setOutputCol("components")
                .setK(width)
                .fit(VectorRows.of(session, rows));
        double explained = 0;
        int count = 0;
        while (count < width && explained < EXPLAINED) {
            explained += model.explainedVariance().apply(count++);
        }
        return new Components(means(rows), directions(model.pc(), width, count));
    }

    private static double[] means(double[][] rows) {
        double[] means = new double[rows[0].length];
        for (double[] row : rows) {
            for (int column = 0; column < means.length; column++) {
                means[column] += row[column] / rows.length;
            }
        }
        return means;
    }

    private static double[][] directions(DenseMatrix components, int width, int count) {
        double[][] directions = new double[count][width];
        for (int i = 0; i < count; i++) {
            for (int column = 0; column < width; column++) {
                directions[i][column] = components.apply(column, i);
            }
        }
        return directions;
    }
}
