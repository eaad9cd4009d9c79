package io.tidemark.sample;

/**
 * Logistic regression with an intercept by iteratively reweighted least squares, and a ridge just large enough to invert. The inputs should be
 * of the order of one.
 */
final class LogisticFit {
    private static final int ITERATIONS = 6;
    private static final double RIDGE = 1e-3;

    private final double[] weights;

    private LogisticFit(double[] weights) {
        this.weights = weights;
    }

    static LogisticFit of(double[][] inputs, int[] outcomes) {
        double[] weights = new double[inputs[0].length + 1];
        for (int iteration = 0; iteration < ITERATIONS; iteration++) {
            double[] step = step(inputs, outcomes, weights);
            for (int place = 0; place < weights.length; place++) {
                weights[place] += step[place];
            }
        }
        return new LogisticFit(weights);
    }

    double probability(double[] input) {
        return probability(weights, input);
    }

    private static double probability(double[] weights, double[] input) {
        double logit = weights[input.length];
        for (int place = 0; place < input.length; place++) {
            logit += weights[place] * input[place];
        }
        return 1 / (1 + Math.exp(-logit));
    }

    /** Newton's step: the inverse of X'WX times X'(y − p). */
    private static double[] step(double[][] inputs, int[] outcomes, double[] weights) {
        int size = weights.length;
        double[][] system = new double[size][size + 1];
        double[] row = new double[size];
        for (int index = 0; index < inputs.length; index++) {
            System.arraycopy(inputs[index], 0, row, 0, size - 1);
            row[size - 1] = 1;
            double p = probability(weights, inputs[index]);
            for (int i = 0; i < size; i++) {
                double weighted = p * (1 - p) * row[i];
                for (int j = i; j < size; j++) {
                    system[i][j] += weighted * row[j];
                }
                system[i][size] += row[i] * (outcomes[index] - p);
            }
        }
        for (int i = 0; i < size; i++) {
            system[i][i] += RIDGE;
            system[i][size] -= RIDGE * weights[i];
            for (int j = 0; j < i; j++) {
                system[i][j] = system[j][i];
            }
        }
        return solved(system);
    }

    /** Gauss' elimination; the matrix is positive definite and needs no pivots. */
    private static double[] solved(double[][] system) {
        int size = system.length;
        for (int pivot = 0; pivot < size; pivot++) {
            for (int i = pivot + 1; i < size; i++) {
                double factor = system[i][pivot] / system[pivot][pivot];
                for (int j = pivot; j <= size; j++) {
                    system[i][j] -= factor * system[pivot][j];
                }
            }
        }
        double[] solution = new double[size];
        for (int i = size - 1; i >= 0; i--) {
            double rest = system[i][size];
            for (int j = i + 1; j < size; j++) {
                rest -= system[i][j] * solution[j];
            }
            solution[i] = rest / system[i][i];
        }
        return solution;
    }
}
