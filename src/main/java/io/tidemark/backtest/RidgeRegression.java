package io.tidemark.backtest;

/**
 * Least squares with a penalty: the b that makes Σ (y − x·b)² + λ · Σ b<sub>k</sub>² least, the first term, the intercept, being free of it.
 * Solved by the normal equations (XᵀX + λD) b = Xᵀy; with λ above 0 and at least one row with an intercept they have one solution, also where
 * terms are collinear.
 */
final class RidgeRegression {
    private final double[][] normal;
    private final double[] right;

    RidgeRegression(int terms, double penalty) {
        normal = new double[terms][terms];
        right = new double[terms];
        for (int k = 1; k < terms; k++) {
            normal[k][k] = penalty;
        }
    }

    void add(double[] terms, double value) {
        for (int row = 0; row < terms.length; row++) {
            right[row] += terms[row] * value;
            for (int column = 0; column < terms.length; column++) {
                normal[row][column] += terms[row] * terms[column];
            }
        }
    }

    /** The coefficients, by Gaussian elimination; the matrix is positive definite, so that no pivot is near 0 and none is searched for. */
    double[] coefficients() {
        int terms = right.length;
        double[][] left = new double[terms][];
        for (int row = 0; row < terms; row++) {
            left[row] = normal[row].clone();
        }
        double[] solution = right.clone();
        for (int pivot = 0; pivot < terms; pivot++) {
            for (int row = pivot + 1; row < terms; row++) {
                double factor = left[row][pivot] / left[pivot][pivot];
                for (int column = pivot; column < terms; column++) {
                    left[row][column] -= factor * left[pivot][column];
                }
                solution[row] -= factor * solution[pivot];
            }
        }
        for (int row = terms - 1; row >= 0; row--) {
            for (int column = row + 1; column < terms; column++) {
                solution[row] -= left[row][column] * solution[column];
            }
            solution[row] /= left[row][row];
        }
        return solution;
    }
}
