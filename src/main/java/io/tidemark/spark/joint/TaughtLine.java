package io.tidemark.spark.joint;

import java.util.Arrays;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.ml.linalg.SparseVector;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.mllib.linalg.Vectors;
import org.apache.spark.mllib.optimization.LBFGS;
import org.apache.spark.mllib.optimization.LogisticGradient;
import scala.Tuple2;

/**
 * Logistic regression with a ridge on the coefficients per standard deviation of their columns, the intercept free: the minimum of mean log loss +
 * λ/2 · Σ (β σ)², λ = 0.01, by MLlib's L-BFGS.
 *
 * <p>That of {@code LogisticRegression} is the same minimum. It takes a table, looks at every cell of it for what is not finite, and makes a
 * summary of how it fits: for samples like ours most of its time.
 *
 * @param coefficients per unit of their columns; those of columns that are the same for everyone are 0
 * @param weights the sizes of the coefficients per standard deviation
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record TaughtLine(double[] coefficients, double intercept, double[] weights) implements TaughtModel {
    private static final int ITERATIONS = 25;
    private static final double TOLERANCE = 1e-4;
    private static final double PENALTY = 0.01;
    private static final int CORRECTIONS = 10;

    /**
     * Learns from applicants.
     *
     * @param deviations the standard deviations of their columns
     */
    static TaughtLine of(JavaRDD<Labelled> applicants, double[] deviations) {
        double[] scales = Arrays.stream(deviations)
                .map(deviation -> deviation > 0 ? 1 / deviation : 0)
                .toArray();
        JavaRDD<Tuple2<Object, org.apache.spark.mllib.linalg.Vector>> rows =
                applicants.map(one -> new Tuple2<>(one.label(), scaled(one.columns(), scales)));
        double[] found = LBFGS.runLBFGS(
                        rows.cache().rdd(),
                        new LogisticGradient(),
                        new RidgeUpdater(),
                        CORRECTIONS,
                        TOLERANCE,
                        ITERATIONS,
                        PENALTY,
                        Vectors.zeros(scales.length + 1))
                ._1()
                .toArray();
        rows.unpersist(false);
        double[] coefficients = new double[scales.length];
        double[] weights = new double[scales.length];
        for (int column = 0; column < coefficients.length; column++) {
            coefficients[column] = found[column] * scales[column];
            weights[column] = scales[column] > 0 ? Math.abs(found[column]) : 0;
        }
        return new TaughtLine(coefficients, found[scales.length], weights);
    }

    /** The columns in standard deviations, without zeros, and a 1 for the intercept after them. */
    private static org.apache.spark.mllib.linalg.Vector scaled(Vector columns, double[] scales) {
        SparseVector sparse = columns.toSparse();
        int count = sparse.indices().length;
        int[] places = Arrays.copyOf(sparse.indices(), count + 1);
        double[] values = Arrays.copyOf(sparse.values(), count + 1);
        for (int i = 0; i < count; i++) {
            values[i] *= scales[places[i]];
        }
        places[count] = scales.length;
        values[count] = 1;
        return Vectors.sparse(scales.length + 1, places, values);
    }

    @Override
    public double[] probabilities(Vector[] applicants) {
        return Arrays.stream(applicants).mapToDouble(this::probability).toArray();
    }

    private double probability(Vector columns) {
        SparseVector sparse = columns.toSparse();
        double sum = intercept;
        for (int i = 0; i < sparse.indices().length; i++) {
            sum += coefficients[sparse.indices()[i]] * sparse.values()[i];
        }
        return 1 / (1 + Math.exp(-sum));
    }
}
