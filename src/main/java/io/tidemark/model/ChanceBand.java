package io.tidemark.model;

import java.io.Serializable;
import java.util.Collection;

/**
 * Where nineteen of twenty areas lie if there is nothing to tell two groups by.
 *
 * <p>½ ± 1.96 · s · σ, with σ² = (n + m + 1) / (12 nm) the variance of the area of scores that know nothing of the groups (Mann and Whitney
 * 1947), and the spread s ≥ 1 what cross-validated areas of groups drawn at random from one population showed beside it. The law carries what
 * was seen in groups of one size over to those of another.
 *
 * @param low the lower end, at least 0
 * @param high the upper end, at most 1
 */
public record ChanceBand(double low, double high) implements Serializable {
    /** The band of areas between groups of n and m. */
    public static ChanceBand of(double spread, int n, int m) {
        double width = Auc.QUANTILE * spread * Math.sqrt(variance(n, m));
        return new ChanceBand(Math.max(0, 0.5 - width), Math.min(1, 0.5 + width));
    }

    /** An area between two groups of one population. */
    public record Draw(double area, int n, int m) {}

    /** The spread that some draws show: the root of their mean squared distance from ½, in units of the law; 1 where it is less. */
    public static double spread(Collection<Draw> draws) {
        double sum = 0;
        for (Draw draw : draws) {
            sum += (draw.area - 0.5) * (draw.area - 0.5) / variance(draw.n, draw.m);
        }
        return Math.max(1, Math.sqrt(sum / draws.size()));
    }

    private static double variance(double n, double m) {
        return (n + m + 1) / (12 * n * m);
    }
}
