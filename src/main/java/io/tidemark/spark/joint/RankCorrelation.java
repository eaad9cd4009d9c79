package io.tidemark.spark.joint;

import io.tidemark.model.Midranks;
import io.tidemark.shift.CorrelationChange;
import org.apache.spark.ml.linalg.Matrix;
import org.apache.spark.ml.stat.Correlation;
import org.apache.spark.sql.SparkSession;

/** Spearman's correlations: MLlib's of the ranks, which are made here since its own take a shuffle of every cell. */
final class RankCorrelation {
    private RankCorrelation() {}

    static CorrelationChange.Matrix of(SparkSession session, double[][] rows) {
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
        Matrix correlations = (Matrix) Correlation.corr(VectorRows.of(session, ranks), "features")
                .first()
                .get(0);
        return correlations::apply;
    }
}
