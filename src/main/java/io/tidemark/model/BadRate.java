package io.tidemark.model;

import java.io.Serializable;

/**
 * The share of applicants who turned out bad.
 *
 * <p>Its interval is Wilson's, (r + z²/2n ± z √(r(1−r)/n + z²/4n²)) / (1 + z²/n) with z = 1.96: within 0..1, and of a width above 0 also where
 * nobody turned out bad. Source: Wilson 1927, doi:10.2307/2276774.
 *
 * @param bads at most the applicants
 * @param applicants at least one
 */
public record BadRate(long bads, long applicants) implements Serializable {
    public BadRate {
        if (applicants < 1 || bads < 0 || bads > applicants) {
            throw new IllegalArgumentException(bads + " bads of " + applicants + " applicants");
        }
    }

    static Figure<BadRate> of(long bads, long applicants) {
        return applicants > 0 ? Figure.of(new BadRate(bads, applicants)) : Figure.undefined("there is no applicant");
    }

    /** 0..1. */
    public double value() {
        return (double) bads / applicants;
    }

    /** The lower end of the 95 % confidence interval. */
    public double low() {
        return bads == 0 ? 0 : centre() - width();
    }

    /** The upper end of the 95 % confidence interval. */
    public double high() {
        return bads == applicants ? 1 : centre() + width();
    }

    private double centre() {
        return (value() + squaredQuantile() / 2) / (1 + squaredQuantile());
    }

    private double width() {
        double variance = value() * (1 - value()) / applicants + squaredQuantile() / 4 / applicants;
        return Auc.QUANTILE * Math.sqrt(variance) / (1 + squaredQuantile());
    }

    /** z² / n. */
    private double squaredQuantile() {
        return Auc.QUANTILE * Auc.QUANTILE / applicants;
    }
}
