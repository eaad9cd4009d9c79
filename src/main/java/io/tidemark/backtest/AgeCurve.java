package io.tidemark.backtest;

/**
 * D(a), what a model of age a loses against a fresh one, learned from the gaps of all models known: for a = 2, 3, … the mean of e(k, k + a …)
 * over pairs of that age with weights 2^(−(m − j)/12), shrunk toward 0 by three pseudo-observations (Σ w·e / (Σ w + 3)), then made monotone by
 * pooling adjacent violators with weights Σ w, and held at 0 or above.
 *
 * <p>D(1) = 0. Beyond the oldest age A it goes on at half its average slope, D(A) / (A − 1) / 2. Where no pair is known it is 0 everywhere.
 */
final class AgeCurve {
    private static final double HALF_LIFE = 12;
    private static final double PSEUDO_OBSERVATIONS = 3;

    /** D(1), D(2), …, D(A). */
    private final double[] losses;

    private AgeCurve(double[] losses) {
        this.losses = losses;
    }

    static AgeCurve of(StalenessMatrix known) {
        int newest = known.lastCohort();
        int oldestAge = newest - known.firstModel();
        double[] means = new double[Math.max(oldestAge - 1, 0)];
        double[] weights = new double[means.length];
        for (int age = 2; age <= oldestAge; age++) {
            double sum = 0;
            for (int model = known.firstModel(); model + age <= newest; model++) {
                double weight = Math.pow(2, -(newest - model - age) / HALF_LIFE);
                sum += weight * known.gap(model, model + age);
                weights[age - 2] += weight;
            }
            means[age - 2] = sum / (weights[age - 2] + PSEUDO_OBSERVATIONS);
        }
        return new AgeCurve(fromZero(pooled(means, weights)));
    }

    /** The monotone sequence that is nearest in weighted squares. */
    private static double[] pooled(double[] means, double[] weights) {
        double[] level = new double[means.length];
        double[] weight = new double[means.length];
        int[] length = new int[means.length];
        int blocks = 0;
        for (int next = 0; next < means.length; next++) {
            level[blocks] = means[next];
            weight[blocks] = weights[next];
            length[blocks] = 1;
            while (blocks > 0 && level[blocks - 1] > level[blocks]) {
                double both = weight[blocks - 1] + weight[blocks];
                level[blocks - 1] = (level[blocks - 1] * weight[blocks - 1] + level[blocks] * weight[blocks]) / both;
                weight[blocks - 1] = both;
                length[blocks - 1] += length[blocks];
                blocks--;
            }
            blocks++;
        }
        double[] pooled = new double[means.length];
        int next = 0;
        for (int block = 0; block < blocks; block++) {
            for (int k = 0; k < length[block]; k++) {
                pooled[next++] = level[block];
            }
        }
        return pooled;
    }

    private static double[] fromZero(double[] monotone) {
        double[] losses = new double[monotone.length + 1];
        for (int k = 0; k < monotone.length; k++) {
            losses[k + 1] = Math.max(0, monotone[k]);
        }
        return losses;
    }

    /** D(age), for an age of 1 or more. */
    double loss(int age) {
        int oldest = losses.length;
        if (age <= oldest) {
            return losses[age - 1];
        }
        if (oldest == 1) {
            return 0;
        }
        double last = losses[oldest - 1];
        return last + (age - oldest) * last / (oldest - 1) / 2;
    }
}
