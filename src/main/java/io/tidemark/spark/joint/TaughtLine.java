package io.tidemark.spark.joint;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Logistic regression with a ridge on the coefficients per standard deviation of their columns, the intercept free: the minimum of mean log loss +
 * λ/2 · Σ (β σ)², λ = 0.01, by LIBLINEAR's truncated Newton method.
 *
 * <p>That of MLlib's {@code LogisticRegression} is the same minimum. For each step towards it MLlib runs a Spark job, some thirty for a fold, which
 * take longer than adding up the applicants of a bounded sample does.
 *
 * <p>Source: Galli and Lin 2022, doi:10.1109/TNNLS.2020.3045836.
 *
 * @param line the coefficients per standard deviation, and the intercept after them
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record TaughtLine(double[] line) implements TaughtModel<Feature[]> {
    private static final double PENALTY = 0.01;
    /**
     * How much shorter the gradient is to become than it is where all coefficients are 0, times the share of the smaller group. Columns that are
     * nearly the same for everyone make it long there; with 1e-4 the other coefficients would be left too early.
     */
    private static final double TOLERANCE = 1e-6;

    static {
        Linear.disableDebugOutput();
    }

    /**
     * Applicants as LIBLINEAR takes them: columns counted from 1, in standard deviations, without zeros and without those that are the same for
     * everyone, and a 1 for the intercept after them.
     *
     * @param deviations of the columns; 0 where they are the same for everyone
     */
    static Feature[][] columns(double[][] rows, double[] deviations) {
        return Arrays.stream(rows)
                .parallel()
                .map(row -> columns(row, deviations))
                .toArray(Feature[][]::new);
    }

    private static Feature[] columns(double[] row, double[] deviations) {
        List<Feature> columns = new ArrayList<>();
        for (int column = 0; column < row.length; column++) {
            if (row[column] != 0 && deviations[column] > 0) {
                columns.add(new FeatureNode(column + 1, row[column] / deviations[column]));
            }
        }
        columns.add(new FeatureNode(row.length + 1, 1));
        return columns.toArray(Feature[]::new);
    }

    /**
     * Learns from applicants of both labels.
     *
     * @param width how many columns there are, the intercept's not among them
     */
    static TaughtLine of(List<Labelled<Feature[]>> applicants, int width) {
        Problem problem = new Problem();
        problem.l = applicants.size();
        problem.n = width + 1;
        problem.bias = 1;
        problem.y = applicants.stream().mapToDouble(Labelled::label).toArray();
        problem.x = applicants.stream().map(Labelled::columns).toArray(Feature[][]::new);
        // LIBLINEAR adds losses up, and takes half the squares whole: C is 1/(λ n).
        Parameter ridge = new Parameter(SolverType.L2R_LR, 1 / (PENALTY * problem.l), TOLERANCE);
        ridge.setRegularizeBias(false);
        Model found = Linear.train(problem, ridge);
        // Its line leads to the label that it has met first.
        int sign = found.getLabels()[0] == 1 ? 1 : -1;
        return new TaughtLine(Arrays.stream(found.getFeatureWeights())
                .map(weight -> sign * weight)
                .toArray());
    }

    @Override
    public double[] probabilities(List<Feature[]> applicants) {
        return applicants.stream().mapToDouble(this::probability).toArray();
    }

    private double probability(Feature[] applicant) {
        double sum = 0;
        for (Feature column : applicant) {
            sum += line[column.getIndex() - 1] * column.getValue();
        }
        return 1 / (1 + Math.exp(-sum));
    }

    /** The sizes of the coefficients per standard deviation; 0 for columns that are the same for everyone. */
    @Override
    public double[] weights() {
        return Arrays.stream(line, 0, line.length - 1).map(Math::abs).toArray();
    }

    /** It holds nothing. */
    @Override
    public void close() {}
}
