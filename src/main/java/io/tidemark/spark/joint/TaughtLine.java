package io.tidemark.spark.joint;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.ml.linalg.SparseVector;
import org.apache.spark.ml.linalg.Vector;

/**
 * Logistic regression with a ridge on the coefficients per standard deviation of their columns, the intercept free: the minimum of mean log loss +
 * λ/2 · Σ (β σ)², λ = 0.01, by LIBLINEAR's trust region Newton method.
 *
 * <p>That of MLlib's {@code LogisticRegression} is the same minimum. For each step towards it MLlib runs a Spark job, some thirty for a fold, which
 * take ten times as long as adding up the few thousand applicants of a fold does.
 *
 * <p>Source: Lin, Weng and Keerthi 2008, Journal of Machine Learning Research 9, pages 627 to 650.
 *
 * @param coefficients per unit of their columns; those of columns that are the same for everyone are 0
 * @param weights the sizes of the coefficients per standard deviation
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record TaughtLine(double[] coefficients, double intercept, double[] weights) implements TaughtModel {
    private static final double PENALTY = 0.01;
    /** How much shorter the gradient is to become than it is where all coefficients are 0, times the share of the smaller group. */
    private static final double TOLERANCE = 1e-4;

    static {
        Linear.disableDebugOutput();
    }

    /**
     * Learns from applicants.
     *
     * @param deviations the standard deviations of their columns
     */
    static TaughtLine of(List<Labelled> applicants, double[] deviations) {
        double[] scales = Arrays.stream(deviations)
                .map(deviation -> deviation > 0 ? 1 / deviation : 0)
                .toArray();
        // LIBLINEAR adds losses up, and takes half the squares whole: C is 1/(λ n).
        Parameter ridge = new Parameter(SolverType.L2R_LR, 1 / (PENALTY * applicants.size()), TOLERANCE);
        ridge.setRegularizeBias(false);
        Model found = Linear.train(problem(applicants, scales), ridge);
        // Its line leads to the label that it has met first.
        int sign = found.getLabels()[0] == 1 ? 1 : -1;
        double[] line = found.getFeatureWeights();
        double[] coefficients = new double[scales.length];
        double[] weights = new double[scales.length];
        for (int column = 0; column < coefficients.length; column++) {
            double slope = scales[column] > 0 ? sign * line[column] : 0;
            coefficients[column] = slope * scales[column];
            weights[column] = Math.abs(slope);
        }
        return new TaughtLine(coefficients, sign * line[scales.length], weights);
    }

    private static Problem problem(List<Labelled> applicants, double[] scales) {
        Problem problem = new Problem();
        problem.l = applicants.size();
        problem.n = scales.length + 1;
        problem.bias = 1;
        problem.y = applicants.stream().mapToDouble(Labelled::label).toArray();
        problem.x =
                applicants.stream().map(one -> scaled(one.columns(), scales)).toArray(Feature[][]::new);
        return problem;
    }

    /** The columns in standard deviations, without zeros and counted from 1, and a 1 for the intercept after them. */
    private static Feature[] scaled(Vector columns, double[] scales) {
        SparseVector sparse = columns.toSparse();
        int count = sparse.indices().length;
        Feature[] scaled = new Feature[count + 1];
        for (int i = 0; i < count; i++) {
            int column = sparse.indices()[i];
            scaled[i] = new FeatureNode(column + 1, sparse.values()[i] * scales[column]);
        }
        scaled[count] = new FeatureNode(scales.length + 1, 1);
        return scaled;
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
