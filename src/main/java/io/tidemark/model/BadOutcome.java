package io.tidemark.model;

import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * Which values of a label are the bad outcome: the one that a model foretells.
 *
 * @param values as texts have them, at least one; numbers are the same whether written 1 or 1.0, and case does not matter
 */
public record BadOutcome(List<String> values) implements Serializable {
    /** Values that are taken for the bad outcome where none is named. */
    public static final BadOutcome USUAL =
            new BadOutcome(List.of("1", "true", "yes", "y", "bad", "default", "defaulted"));

    public BadOutcome {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("no value is bad");
        }
        values = values.stream().map(BadOutcome::normal).toList();
    }

    /** Whether a value of the label is the bad outcome. */
    public boolean is(String value) {
        return values.contains(normal(value));
    }

    /** Whether this can be the bad outcome of a label: of two values that were met, it is one. */
    public boolean tells(Collection<String> met) {
        return met.size() < 2 || met.stream().filter(this::is).count() == 1;
    }

    private static String normal(String text) {
        return text.strip().toLowerCase(Locale.ROOT).replaceFirst("^([+-]?\\d+)\\.0+$", "$1");
    }
}
