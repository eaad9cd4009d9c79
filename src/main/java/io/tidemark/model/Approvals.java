package io.tidemark.model;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Applicants whom a model's cutoff approves.
 *
 * @param applicants those with a score
 */
public record Approvals(long approved, long applicants) implements Serializable {
    public Approvals {
        if (approved < 0 || approved > applicants) {
            throw new IllegalArgumentException(approved + " approved of " + applicants);
        }
    }

    /** Those whose score, of which more is riskier, is up to the cutoff. */
    public static Approvals upTo(double cutoff, double[] scores) {
        return new Approvals(
                Arrays.stream(scores).filter(score -> score <= cutoff).count(), scores.length);
    }

    /** The share of those with a score who are approved, 0..1. */
    public Figure<Double> rate() {
        return applicants > 0
                ? Figure.of((double) approved / applicants)
                : Figure.undefined("there is no applicant with a score");
    }
}
