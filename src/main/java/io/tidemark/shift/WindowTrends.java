package io.tidemark.shift;

import java.util.List;

/**
 * How much of the movement within a run of cohorts is explained by jumps, or by a ramp from one level to another.
 *
 * <p>What scores w(t) explain is the trend test of Cochran and Armitage, for any number of bins: the sum over bins of (Σ (w(t) − w̄) n(t,b))² /
 * p(b), over Σ N(t) (w(t) − w̄)²; chi-squared with d degrees where nothing moves. A jump at i scores 0 before cohort i and 1 from it on; a
 * ramp that takes L cohorts from i on scores 1/L, 2/L, … 1. It is the mean of the L jumps along it, so that one table of the products of
 * any two jumps gives every ramp. Source: Armitage 1955.
 */
final class WindowTrends {
    /** A jump within a cohort leaves that cohort in between: two steps are no ramp. */
    private static final int LONGEST_JUMP = 2;

    /** With n applicants before a jump and m from it on the variance is n m / (n + m), a half at least; what is less is rounding. */
    private static final double LEAST_VARIANCE = 0.25;

    private final CohortSeries series;
    private final int from;
    private final int size;
    /** Sums over the squares of jumps below (i, j): of their products, and of their variances. */
    private final double[][] products;

    private final double[][] variances;

    /** A jump or ramp, by the first cohort that it moved, and what it explains. */
    record Trend(int start, double gain) {}

    /** Of the cohorts {@code from} to below {@code to}, which have applicants. */
    WindowTrends(CohortSeries series, int from, int to) {
        this.series = series;
        this.from = from;
        this.size = to - from;
        this.products = new double[size + 1][size + 1];
        this.variances = new double[size + 1][size + 1];
        double[][] raw = sumsOfProducts();
        double rows = series.rows(from, to);
        for (int i = 0; i < size; i++) {
            double share = series.rows(from + i, to) / rows;
            for (int j = 0; j < size; j++) {
                double other = series.rows(from + j, to) / rows;
                double product = raw[i][j] - share * raw[0][j] - other * raw[i][0] + share * other * raw[0][0];
                products[i + 1][j + 1] = product + products[i][j + 1] + products[i + 1][j] - products[i][j];
                double variance = rows * (Math.min(share, other) - share * other);
                variances[i + 1][j + 1] = variance + variances[i][j + 1] + variances[i + 1][j] - variances[i][j];
            }
        }
    }

    /** Of the counts from cohort i on with those from cohort j on. */
    private double[][] sumsOfProducts() {
        double[][] sums = new double[size + 1][size + 1];
        for (int i = size - 1; i >= 0; i--) {
            double rows = series.rows(from + i, from + i + 1);
            for (int j = size - 1; j >= 0; j--) {
                double product = series.product(from + Math.min(i, j), from + Math.max(i, j));
                double weight = rows * series.rows(from + j, from + j + 1);
                sums[i][j] = weight * product + sums[i + 1][j] + sums[i][j + 1] - sums[i + 1][j + 1];
            }
        }
        return sums;
    }

    private static double square(double[][] sums, int low, int high) {
        return sums[high][high] - sums[low][high] - sums[high][low] + sums[low][low];
    }

    /** The jump that explains most; of no gain where there is only one cohort. */
    Trend jump() {
        return best(1, LONGEST_JUMP);
    }

    /** The ramp that explains most. */
    Trend ramp() {
        return best(LONGEST_JUMP + 1, size - 1);
    }

    private Trend best(int shortest, int longest) {
        Trend best = new Trend(from, 0);
        for (int length = shortest; length <= longest; length++) {
            for (int start = 1; start + length <= size; start++) {
                double variance = square(variances, start, start + length);
                double gain = variance > LEAST_VARIANCE ? square(products, start, start + length) / variance : 0;
                if (gain > best.gain()) {
                    best = new Trend(from + start, gain);
                }
            }
        }
        return best;
    }

    /** What separate levels between all these cohorts, ascending and within the window, explain. */
    double levels(List<Integer> changes) {
        double gain = 0;
        int start = 0;
        for (int i = 0; i <= changes.size(); i++) {
            int end = i < changes.size() ? changes.get(i) - from : size;
            double rows = series.rows(from + start, from + end);
            gain += rows == 0 ? 0 : ofLevel(start, end) / rows;
            start = end;
        }
        return gain;
    }

    /** The product of a level's counts with themselves, around the window's mean: the jump in, less the jump out. */
    private double ofLevel(int start, int end) {
        double in = square(products, start, start + 1);
        if (end == size) {
            return in;
        }
        double out = square(products, end, end + 1);
        double both = products[end + 1][start + 1]
                - products[end][start + 1]
                - products[end + 1][start]
                + products[end][start];
        return in - 2 * both + out;
    }
}
