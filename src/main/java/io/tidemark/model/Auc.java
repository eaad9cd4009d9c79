package io.tidemark.model;

import java.io.Serializable;
import java.util.Collection;

/**
 * The area under the ROC curve: the probability that a score of the one group is above a score of the other, ties counted half.
 *
 * <p>A = Σ_i Σ_j ψ(x_i, y_j) / (nm), ψ = 1, ½ or 0 where x is above, equal to or below y; n scores x of the positives, m scores y of the
 * negatives. Its variance is DeLong's, s²(V) / n + s²(W) / m, with V_i the mean of ψ(x_i, ·), W_j that of ψ(·, y_j) and s² the sample
 * variance. Both come from midranks in O((n + m) log(n + m)): V_i = (rank of x_i among all − rank among the x) / m, and W_j = 1 − (rank of y_j
 * among all − rank among the y) / n.
 *
 * <ul>
 *   <li>Scores that separate the groups entirely have A 0 or 1 and variance 0.
 *   <li>Fewer than two scores in a group have no variance, and are refused.
 * </ul>
 *
 * <p>Source: DeLong, DeLong and Clarke-Pearson 1988, doi:10.2307/2531595; Sun and Xu 2014, doi:10.1109/LSP.2014.2337313.
 *
 * @param value 0..1; ½ where the scores tell nothing
 * @param variance of the value, over samples of both groups
 */
public record Auc(double value, double variance) implements Serializable {
    /** The 97.5 % point of the normal law. */
    static final double QUANTILE = 1.959963984540054;

    public Auc {
        if (!(value >= 0 && value <= 1 && variance >= 0)) {
            throw new IllegalArgumentException("no area: " + value + ", with variance " + variance);
        }
    }

    /** The area that some scores come to; at least two in each group. */
    public static Auc of(double[] positives, double[] negatives) {
        return Placements.of(positives, negatives).auc();
    }

    /**
     * The cross-validated area: the mean over folds. Scores of different folds are those of different models and are not compared with
     * each other, which would put the area below ½ where there is nothing to tell. Source: LeDell, Petersen and van der Laan 2015,
     * doi:10.1214/15-EJS1035.
     */
    public static Auc mean(Collection<Auc> folds) {
        double values = 0;
        double variances = 0;
        for (Auc fold : folds) {
            values += fold.value;
            variances += fold.variance;
        }
        int k = folds.size();
        return new Auc(values / k, variances / k / k);
    }

    /** The lower end of the 95 % confidence interval, at least 0. */
    public double low() {
        return Math.max(0, value - QUANTILE * Math.sqrt(variance));
    }

    /** The upper end of the 95 % confidence interval, at most 1. */
    public double high() {
        return Math.min(1, value + QUANTILE * Math.sqrt(variance));
    }
}
