package io.tidemark.model;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * A model that judges applicants, by the scores it gives them.
 *
 * @param name the column of the scores
 * @param cutoff up to which probability of the bad outcome, or down (or up) to which points, applicants are approved; NaN where it is not known
 */
public record ScoredModel(String name, Role role, Scale scale, double cutoff) implements Serializable {
    /** What a model is to the lender. */
    public enum Role {
        /** It decides. */
        CHAMPION,
        /** It might. */
        CHALLENGER;

        public static List<String> ids() {
            return Arrays.stream(values()).map(Role::id).toList();
        }

        public static Role ofId(String id) {
            return valueOf(id.toUpperCase(Locale.ROOT));
        }

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What a score says. */
    public enum Scale {
        /** The probability of the bad outcome, 0..1. */
        PROBABILITY,
        /** Points of a scorecard, the more the better. */
        HIGH_GOOD,
        /** Points of a scorecard, the more the worse. */
        HIGH_BAD;

        /** Those that points are given in. */
        public static List<String> ofPoints() {
            return List.of(HIGH_GOOD.id(), HIGH_BAD.id());
        }

        public static Scale ofId(String id) {
            return valueOf(id.toUpperCase(Locale.ROOT));
        }

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public boolean isChampion() {
        return role == Role.CHAMPION;
    }

    /** A score turned so that the higher is the worse; probabilities stay what they are. */
    public double risk(double score) {
        return scale == Scale.HIGH_GOOD ? -score : score;
    }

    /** The cutoff turned like {@link #risk}: applicants up to it are approved. Empty where it is not known. */
    public OptionalDouble riskCutoff() {
        return Double.isNaN(cutoff) ? OptionalDouble.empty() : OptionalDouble.of(risk(cutoff));
    }
}
