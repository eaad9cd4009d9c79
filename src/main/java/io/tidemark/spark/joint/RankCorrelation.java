package io.tidemark.spark.joint;

import io.tidemark.model.Midranks;
import io.tidemark.shift.CorrelationChange;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.mllib.linalg.Matrix;
import org.apache.spark.mllib.stat.Statistics;

/** Spearman's correlations: MLlib's of the ranks, which are made here since its own take a shuffle of every cell. */
final class RankCorrelation {
    private RankCorrelation() {}

    static CorrelationChange.Matrix of(JavaSparkContext context, double[][] rows) {
        double[][] ranks = new double[rows.length][rows[0].length];
        double[] column = new double[rows.length];
        for (int c = 0; c < rows[0].length; c++) {
            for (int row = 0; row < rows.length; row++) {
                column[row] = rows[row][c];
            }
            double[] midranks = Midranks.of(column);
            for (int row = 0; row < rows.length; row++) {
                ranks[row][c] = midranks[row];
            }
        }
        Matrix correlations = Statistics.corr(VectorRows.of(context, ranks).rdd());
        return correlations::apply;
    }
}
