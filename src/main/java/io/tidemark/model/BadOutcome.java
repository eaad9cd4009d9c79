package io.tidemark.model;

import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which value of a label is the bad outcome: the one that a model foretells.
 *
 * @param value as texts have it; numbers are the same whether written 1 or 1.0
 */
public record BadOutcome(String value) implements Serializable {
    /** Values that are taken for the bad outcome where none is named. */
    public static final List<String> USUAL = List.of("1", "true", "yes", "y", "bad", "default", "defaulted");

    /**
     * The bad one of a label's values.
     *
     * @param values those that were met
     * @param named the one that the user named
     * @return empty where none is named and none, or more than one, is usual
     */
    public static Optional<BadOutcome> among(Collection<String> values, Optional<String> named) {
        if (named.isPresent()) {
            return named.map(BadOutcome::new);
        }
        List<BadOutcome> usual = USUAL.stream()
                .map(BadOutcome::new)
                .filter(bad -> values.stream().anyMatch(bad::is))
                .toList();
        if (usual.isEmpty() && values.size() == 1) {
            return Optional.of(new BadOutcome(USUAL.get(0)));
        }
        return usual.size() == 1 ? Optional.of(usual.get(0)) : Optional.empty();
    }

    /** Whether a value of the label is the bad outcome. */
    public boolean is(String other) {
        return normal(value).equals(normal(other));
    }

    private static String normal(String text) {
        return text.strip().toLowerCase(Locale.ROOT).replaceFirst("^([+-]?\\d+)\\.0+$", "$1");
    }
}
