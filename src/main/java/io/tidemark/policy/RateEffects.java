package io.tidemark.policy;

import io.tidemark.cohort.Cohort;
import java.util.List;

/**
 * The change of the bad rate since the reference, taken apart: other applicants, or the same applicants behaving otherwise.
 *
 * @param cohort the newest one whose outcomes are known
 * @param mix what the bad rate changes by because other bins are filled
 * @param rate what it changes by because bins turn out otherwise than they did
 * @param rateError standard error of {@code rate}, 0 or more
 * @param sentences the features that make it up, in words; the largest first
 */
public record RateEffects(Cohort cohort, double mix, double rate, double rateError, List<String> sentences) {
    private static final double CLEAR = 2;

    public RateEffects {
        if (!(Math.abs(mix) <= 1 && Math.abs(rate) <= 1 && rateError >= 0)) {
            throw new IllegalArgumentException("effects of " + mix + " and " + rate + " ± " + rateError);
        }
        sentences = List.copyOf(sentences);
    }

    /** Whether the same applicants behave otherwise by more than chance. */
    boolean isRateClear() {
        return Math.abs(rate) > threshold();
    }

    /** What chance stays below. */
    double threshold() {
        return CLEAR * rateError;
    }
}
