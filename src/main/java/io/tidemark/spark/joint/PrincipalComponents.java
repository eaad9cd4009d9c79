package io.tidemark.spark.joint;

import io.tidemark.model.Components;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.mllib.feature.PCA;
import org.apache.spark.mllib.feature.PCAModel;
import org.apache.spark.mllib.linalg.DenseMatrix;

/** MLlib's principal components, as many as it takes to explain most of the variance. */
final class PrincipalComponents {
    private static final double EXPLAINED = 0.9;

    private PrincipalComponents() {}

    static Components of(JavaSparkContext context, double[][] rows) {
        int width = rows[0].length;
        PCAModel model = new PCA(width).fit(VectorRows.of(context, rows));
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
