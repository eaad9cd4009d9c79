package io.tidemark.model;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Whether two rank correlations, of independent samples, are the same.
 *
 * <p>z = (artanh r₁ − artanh r₂) / √(v₁ + v₂), v = (1 + r²/2) / (n − 3), against the normal law on both sides: Fisher's transform, with the
 * variance that Spearman's coefficient has whatever the law of the features.
 *
 * <ul>
 *   <li>Coefficients nearer to ±1 than {@value #NEAREST} are taken to be that near: there the transform is infinite.
 * </ul>
 *
 * <p>Source: Fisher 1921; Bonett and Wright 2000, doi:10.1007/BF02294183, for the variance.
 */
public final class FisherZ {
    private static final double NEAREST = 1e-9;
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private FisherZ() {}

    /** The probability of such a difference or a larger one if there is none; samples of more than three. */
    public static double pValue(double first, int n, double second, int m) {
        double z = (transformed(first) - transformed(second)) / Math.sqrt(variance(first, n) + variance(second, m));
        return Math.min(1, 2 * NORMAL.survivalProbability(Math.abs(z)));
    }

    private static double transformed(double r) {
        double inside = Math.max(NEAREST - 1, Math.min(1 - NEAREST, r));
        return 0.5 * Math.log((1 + inside) / (1 - inside));
    }

    private static double variance(double r, int n) {
        return (1 + r * r / 2) / (n - 3);
    }
}
