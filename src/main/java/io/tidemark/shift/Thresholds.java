package io.tidemark.shift;

import java.io.Serializable;
import java.util.Map;

/**
 * Where effects begin to matter, and how sure one must be of them.
 *
 * @param effects the convention for every feature
 * @param features features with effects of their own
 * @param significance the share of false discoveries that is accepted among the features of a cohort
 */
public record Thresholds(Effects effects, Map<String, Effects> features, double significance) implements Serializable {
    /** The credit-scoring convention: PSI 0.10 is moderate, 0.25 major; one false discovery in twenty. */
    public static final Thresholds CONVENTION = new Thresholds(new Effects(0.10, 0.25), Map.of(), 0.05);

    public Thresholds {
        if (!(significance > 0 && significance < 1)) {
            throw new IllegalArgumentException("the significance level must lie between 0 and 1, not " + significance);
        }
        features = Map.copyOf(features);
    }

    /**
     * The PSI from which a shift is moderate, and major.
     *
     * @param moderate above 0
     * @param major at least moderate
     */
    public record Effects(double moderate, double major) implements Serializable {
        public Effects {
            if (!(moderate > 0 && major >= moderate)) {
                throw new IllegalArgumentException(
                        "effects must be above 0, and major at least moderate, not " + moderate + " and " + major);
            }
        }
    }

    public Effects of(String feature) {
        return features.getOrDefault(feature, effects);
    }
}
