package io.tidemark.shift;

import java.io.Serializable;
import java.util.Arrays;

/**
 * All cohorts of one feature in a row, or of several features at once, as far as change points need them.
 *
 * <p>Held are three figures for every run of cohorts or pair of them, in fixed point, so that features may be added in any order:
 *
 * <ul>
 *   <li>the deviance of a run, 2 Σ n(t,b) ln(n(t,b) / (N(t) p(b))): twice the log-likelihood that is lost where all its cohorts t have the
 *       pooled shares p of the run's bins b in place of their own. 0 for one cohort, and about chi-squared with (length − 1) · degrees where
 *       they do not differ;
 *   <li>the departure of a run, the same between the reference and the run as a whole;
 *   <li>the products of two cohorts, Σ (q(t,b) − p(b)) (q(u,b) − p(b)) / p(b) with p the shares of the whole series: what the trend test of
 *       Cochran and Armitage is made of.
 * </ul>
 *
 * <p>A cohort may be without applicants. The deviance takes time in proportion to cohorts² · bins. Source: McCullagh and Nelder 1989, 6.2.
 */
public final class CohortSeries implements Serializable {
    private static final double PRODUCT_UNITS = 1 << 30;

    private final int features;
    private final long degrees;
    private final long referenceRows;
    /** Applicants of all cohorts before each, and of all. */
    private final long[] rowsBefore;

    private final Triangle deviances;
    private final Triangle departures;
    private final Triangle products;

    private CohortSeries(
            int features,
            long degrees,
            long referenceRows,
            long[] rowsBefore,
            Triangle deviances,
            Triangle departures,
            Triangle products) {
        this.features = features;
        this.degrees = degrees;
        this.referenceRows = referenceRows;
        this.rowsBefore = rowsBefore;
        this.deviances = deviances;
        this.departures = departures;
        this.products = products;
    }

    /**
     * One feature's series.
     *
     * @param cohorts applicants per bin, cohort by cohort; those of the reference as well, where they are of the same table
     * @param reference applicants of the reference per bin; there is at least one
     */
    public static CohortSeries of(long[][] cohorts, long[] reference) {
        long referenceRows = Arrays.stream(reference).sum();
        if (referenceRows == 0) {
            throw new IllegalArgumentException("the reference has no applicants");
        }
        long[] rowsBefore = new long[cohorts.length + 1];
        long[] pooled = new long[reference.length];
        for (int t = 0; t < cohorts.length; t++) {
            if (cohorts[t].length != reference.length) {
                throw new IllegalArgumentException(
                        reference.length + " bins in the reference, " + cohorts[t].length + " in cohort " + t);
            }
            rowsBefore[t + 1] = rowsBefore[t] + add(cohorts[t], pooled);
        }
        long degrees = -1;
        for (int b = 0; b < pooled.length; b++) {
            degrees += pooled[b] + reference[b] > 0 ? 1 : 0;
        }
        Triangle deviances = new Triangle(cohorts.length);
        Triangle departures = new Triangle(cohorts.length);
        measureRuns(cohorts, reference, deviances, departures);
        return new CohortSeries(
                1,
                Math.max(0, degrees),
                referenceRows,
                rowsBefore,
                deviances,
                departures,
                products(cohorts, rowsBefore, pooled));
    }

    private static long add(long[] counts, long[] sums) {
        long rows = 0;
        for (int b = 0; b < counts.length; b++) {
            sums[b] += counts[b];
            rows += counts[b];
        }
        return rows;
    }

    private static void measureRuns(long[][] cohorts, long[] reference, Triangle deviances, Triangle departures) {
        long[] none = new long[reference.length];
        long ofReference = spread(reference, none);
        long[] own = new long[cohorts.length];
        for (int t = 0; t < cohorts.length; t++) {
            own[t] = spread(cohorts[t], none);
        }
        long[] pooled = new long[reference.length];
        for (int from = 0; from < cohorts.length; from++) {
            Arrays.fill(pooled, 0);
            long within = 0;
            for (int last = from; last < cohorts.length; last++) {
                add(cohorts[last], pooled);
                within += own[last];
                long together = spread(pooled, none);
                deviances.set(from, last, together - within);
                departures.set(from, last, spread(pooled, reference) - together - ofReference);
            }
        }
    }

    /** −2 times the log-likelihood of two counts together under their pooled shares, without the multinomial coefficient. */
    private static long spread(long[] counts, long[] more) {
        long rows = 0;
        long logarithms = 0;
        for (int b = 0; b < counts.length; b++) {
            long n = counts[b] + more[b];
            rows += n;
            logarithms += CountLogarithms.of(n);
        }
        return CountLogarithms.of(rows) - logarithms;
    }

    private static Triangle products(long[][] cohorts, long[] rowsBefore, long[] pooled) {
        double all = rowsBefore[cohorts.length];
        Triangle products = new Triangle(cohorts.length);
        double[] scaled = new double[pooled.length];
        for (int t = 0; t < cohorts.length; t++) {
            double rows = rowsBefore[t + 1] - rowsBefore[t];
            for (int b = 0; b < pooled.length; b++) {
                double share = pooled[b] / all;
                scaled[b] = pooled[b] == 0 || rows == 0 ? 0 : PRODUCT_UNITS * (cohorts[t][b] / rows - share) / share;
            }
            for (int u = t; u < cohorts.length; u++) {
                double others = rowsBefore[u + 1] - rowsBefore[u];
                long sum = 0;
                for (int b = 0; b < pooled.length && others > 0; b++) {
                    sum += Math.round(scaled[b] * (cohorts[u][b] / others));
                }
                products.set(t, u, sum);
            }
        }
        return products;
    }

    /** Both series' features together; associative and commutative. Their cohorts and reference are the same applicants. */
    public CohortSeries plus(CohortSeries other) {
        if (!Arrays.equals(rowsBefore, other.rowsBefore) || referenceRows != other.referenceRows) {
            throw new IllegalArgumentException("only features of the same applicants add up");
        }
        return new CohortSeries(
                features + other.features,
                degrees + other.degrees,
                referenceRows,
                rowsBefore,
                deviances.plus(other.deviances),
                departures.plus(other.departures),
                products.plus(other.products));
    }

    int cohorts() {
        return rowsBefore.length - 1;
    }

    int features() {
        return features;
    }

    /** Bins that any applicant is in, less one, over all features. */
    long degrees() {
        return degrees;
    }

    long referenceRows() {
        return referenceRows;
    }

    /** Applicants of the cohorts {@code from} to below {@code to}. */
    long rows(int from, int to) {
        return rowsBefore[to] - rowsBefore[from];
    }

    /** What is lost by one set of shares for the cohorts {@code from} to below {@code to}, of which there is at least one. */
    double deviance(int from, int to) {
        return deviances.get(from, to - 1) / CountLogarithms.UNITS;
    }

    /** What is lost by one set of shares for the reference and those cohorts, beyond one for each. */
    double departure(int from, int to) {
        return departures.get(from, to - 1) / CountLogarithms.UNITS;
    }

    /** The product of two cohorts, t ≤ u; 0 where either has no applicants. */
    double product(int t, int u) {
        return products.get(t, u) / PRODUCT_UNITS;
    }
}
