package io.tidemark.model;

import java.io.Serializable;
import java.util.Arrays;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The areas of two scores of the same applicants, and their difference.
 *
 * <p>The areas go up and down together from sample to sample, since the applicants are the same. With V the placements of the positives by one
 * score less those by the other, and W those of the negatives, Var(A₂ − A₁) = s²(V) / n + s²(W) / m = Var A₁ + Var A₂ − 2 Cov(A₁, A₂), and
 * z = (A₂ − A₁) / √Var against the normal law on both sides.
 *
 * <ul>
 *   <li>Scores that rank everybody alike differ by 0 with standard error 0, z 0 and p 1.
 *   <li>Where a difference has standard error 0, as when one score separates the groups and the other is constant, there is no z and no p.
 * </ul>
 *
 * <p>Source: DeLong, DeLong and Clarke-Pearson 1988, doi:10.2307/2531595.
 *
 * @param first the area of the first score
 * @param second the area of the second score
 * @param variance of the difference, over samples of both groups
 * @param bads positives, at least two
 * @param goods negatives, at least two
 */
public record PairedAuc(Auc first, Auc second, double variance, int bads, int goods) implements Serializable {
    /** Two-sided 5 % and 80 % power: the 97.5 % point of the normal law and its 80 % point. */
    private static final double VISIBLE = Auc.QUANTILE + 0.8416212335729143;

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    public PairedAuc {
        if (!(variance >= 0)) {
            throw new IllegalArgumentException("no variance: " + variance);
        }
    }

    /**
     * Compares two scores; higher means more likely bad.
     *
     * @param bad who turned out bad, at least two, and at least two who did not
     * @param first their first scores, none of them NaN
     * @param second their second scores, none of them NaN
     */
    public static PairedAuc of(boolean[] bad, double[] first, double[] second) {
        if (first.length != bad.length || second.length != bad.length) {
            throw new IllegalArgumentException(
                    bad.length + " outcomes, but " + first.length + " and " + second.length + " scores");
        }
        if (Arrays.stream(first).anyMatch(Double::isNaN)
                || Arrays.stream(second).anyMatch(Double::isNaN)) {
            throw new IllegalArgumentException("an applicant lacks a score");
        }
        Placements before = Placements.of(bad, first);
        Placements after = Placements.of(bad, second);
        return new PairedAuc(
                before.auc(),
                after.auc(),
                after.minus(before).variance(),
                before.ofPositives().length,
                before.ofNegatives().length);
    }

    /** What the second area is above the first, −1..1. */
    public double difference() {
        return second.value() - first.value();
    }

    public double standardError() {
        return Math.sqrt(variance);
    }

    /** How the two areas go together: Cov(A₁, A₂). */
    public double covariance() {
        return (first.variance() + second.variance() - variance) / 2;
    }

    /** The difference in standard errors; empty where it is not 0 and they are. */
    public OptionalDouble z() {
        if (variance == 0) {
            return difference() == 0 ? OptionalDouble.of(0) : OptionalDouble.empty();
        }
        return OptionalDouble.of(difference() / standardError());
    }

    /** The probability of such a difference or a larger one, in either direction, if there is none; empty where there is no z. */
    public OptionalDouble pValue() {
        OptionalDouble z = z();
        return z.isEmpty()
                ? z
                : OptionalDouble.of(Math.min(1, 2 * NORMAL.survivalProbability(Math.abs(z.getAsDouble()))));
    }

    /** The lower end of the 95 % confidence interval of the difference, at least −1. */
    public double low() {
        return Math.max(-1, difference() - Auc.QUANTILE * standardError());
    }

    /** The upper end of the 95 % confidence interval of the difference, at most 1. */
    public double high() {
        return Math.min(1, difference() + Auc.QUANTILE * standardError());
    }

    /** The smallest difference that these applicants would have shown at the 5 % level in four of five samples: 2.80 standard errors. */
    public double smallestVisible() {
        return VISIBLE * standardError();
    }
}
