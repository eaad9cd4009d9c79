package io.tidemark.model;

/**
 * Where each score stands in the other group: the share of the negatives that a positive is above, and of the positives that are above a
 * negative, ties counted half. The area is the mean of either, and its variance comes of how they vary ({@link Auc}).
 *
 * @param ofPositives V<sub>i</sub>, in the order of the positives
 * @param ofNegatives W<sub>j</sub>, in the order of the negatives
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Placements(double[] ofPositives, double[] ofNegatives) {
    /** At least two scores in each group. */
    static Placements of(double[] positives, double[] negatives) {
        int n = positives.length;
        int m = negatives.length;
        if (n < 2 || m < 2) {
            throw new IllegalArgumentException("an area takes two scores in each group, not " + n + " and " + m);
        }
        double[] all = new double[n + m];
        System.arraycopy(positives, 0, all, 0, n);
        System.arraycopy(negatives, 0, all, n, m);
        double[] amongAll = Midranks.of(all);
        double[] amongPositives = Midranks.of(positives);
        double[] amongNegatives = Midranks.of(negatives);
        double[] above = new double[n];
        for (int i = 0; i < n; i++) {
            above[i] = (amongAll[i] - amongPositives[i]) / m;
        }
        double[] below = new double[m];
        for (int j = 0; j < m; j++) {
            below[j] = 1 - (amongAll[n + j] - amongNegatives[j]) / n;
        }
        return new Placements(above, below);
    }

    /** The placements of applicants by a score of theirs; at least two who turned out bad, and two who did not. */
    static Placements of(boolean[] bad, double[] scores) {
        ScoredOutcomes outcomes = new ScoredOutcomes(bad, scores);
        return of(outcomes.of(true), outcomes.of(false));
    }

    Auc auc() {
        return new Auc(Math.min(1, mean(ofPositives)), variance());
    }

    /** How far each is above its placement by another score of the same applicants. */
    Placements minus(Placements other) {
        return new Placements(difference(ofPositives, other.ofPositives), difference(ofNegatives, other.ofNegatives));
    }

    /** s²(V) / n + s²(W) / m. */
    double variance() {
        return variance(ofPositives) / ofPositives.length + variance(ofNegatives) / ofNegatives.length;
    }

    private static double[] difference(double[] values, double[] others) {
        double[] difference = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            difference[i] = values[i] - others[i];
        }
        return difference;
    }

    /** Taken from the first value, so that the mean of equal values is that value, and their variance 0, to the last digit. */
    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value - values[0];
        }
        return values[0] + sum / values.length;
    }

    private static double variance(double[] values) {
        double mean = mean(values);
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return sum / (values.length - 1);
    }
}
