package io.tidemark.shift;

import io.tidemark.measure.PopulationStabilityIndex;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where effects begin to matter, and how sure one must be of them.
 *
 * @param effects by measure and feature, {@link #ANY} for every feature without effects of its own; measures that are not there do not grade
 * @param significance the share of false discoveries that is accepted among the features of a cohort
 * @param multiplicity how the tests of a cohort are corrected for their number
 */
public record Thresholds(Map<String, Map<String, Effects>> effects, double significance, Multiplicity multiplicity)
        implements Serializable {
    /** Stands for every feature. */
    public static final String ANY = "*";

    /** The credit-scoring convention: PSI 0.10 is moderate, 0.25 major; one false discovery in twenty. */
    public static final Thresholds CONVENTION = new Thresholds(
            Map.of(PopulationStabilityIndex.ID, Map.of(ANY, new Effects(0.10, 0.25))),
            0.05,
            Multiplicity.BENJAMINI_HOCHBERG);

    public Thresholds {
        if (!(significance > 0 && significance < 1)) {
            throw new IllegalArgumentException("the significance level must lie between 0 and 1, not " + significance);
        }
        Map<String, Map<String, Effects>> copy = new LinkedHashMap<>();
        effects.forEach((measure, features) -> copy.put(measure, Map.copyOf(features)));
        if (!copy.containsKey(PopulationStabilityIndex.ID)
                || !copy.get(PopulationStabilityIndex.ID).containsKey(ANY)) {
            throw new IllegalArgumentException("the effects of " + PopulationStabilityIndex.ID + " are missing");
        }
        effects = copy;
    }

    /**
     * From where on a shift is moderate, and major.
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

        /** The severity of an effect that is more than chance. */
        Severity of(double effect) {
            if (effect >= major) {
                return Severity.MAJOR;
            }
            return effect >= moderate ? Severity.MODERATE : Severity.NEGLIGIBLE;
        }
    }

    /** The effects of a measure for a feature; empty where the measure does not grade it. */
    public Optional<Effects> of(String measure, String feature) {
        Map<String, Effects> features = effects.getOrDefault(measure, Map.of());
        return Optional.ofNullable(features.getOrDefault(feature, features.get(ANY)));
    }

    /** The effects of PSI, which every feature has. */
    public Effects psi(String feature) {
        return of(PopulationStabilityIndex.ID, feature).orElseThrow();
    }
}
