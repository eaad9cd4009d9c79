package io.tidemark.shift;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * How much features count for a model, as shares of one.
 *
 * <p>By weights that are given, where features that are not named have none. Otherwise by their information values in the reference: the naive
 * Bayes scorecard, whose points are the weights of evidence, stands in for the model, and the information value of a feature is by how much its
 * points set the mean score of good applicants apart from that of bad ones. It counts features that say the same twice; what it does not tell is
 * what the model at hand makes of them.
 *
 * @param given weights by feature, at least 0; none for information values
 */
public record Importance(Map<String, Double> given) implements Serializable {
    /** By what features tell of outcomes. */
    public static final Importance BY_INFORMATION = new Importance(Map.of());

    public Importance {
        given = Map.copyOf(given);
        if (!given.values().stream().allMatch(weight -> weight >= 0 && Double.isFinite(weight))) {
            throw new IllegalArgumentException("weights below 0, or without bounds: " + given);
        }
    }

    /** What a feature weighs, at least 0; empty where nothing is known, and always for a score. */
    public Optional<Double> weight(FeatureShift shift) {
        if (shift.feature().isScore()) {
            return Optional.empty();
        }
        if (!given.isEmpty()) {
            return Optional.of(given.getOrDefault(shift.feature().name(), 0.0));
        }
        return Optional.ofNullable(shift.effect())
                .flatMap(effect -> effect.informationValue().known());
    }

    /**
     * The importance of all features of one cohort against one reference.
     *
     * @param weights null where a feature has none
     * @return their shares in the order of the weights; null where there is no weight, and where all are 0
     */
    public static List<Double> shares(List<Double> weights) {
        double total = weights.stream()
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .sum();
        List<Double> shares = new ArrayList<>();
        for (Double weight : weights) {
            shares.add(weight != null && total > 0 ? Double.valueOf(weight / total) : null);
        }
        return shares;
    }
}
