package io.tidemark.model;

import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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

    /**
     * Which of a model's two classes it is: the one that has a bad value's name, else the one that is usually bad, since a model is often trained
     * on 0 and 1 whatever the label says; empty if neither tells one from the other.
     */
    public OptionalInt place(List<String> classes) {
        return Stream.of(this, USUAL)
                .map(bad -> IntStream.range(0, classes.size())
                        .filter(place -> bad.is(classes.get(place)))
                        .toArray())
                .filter(places -> places.length == 1)
                .mapToInt(places -> places[0])
                .findFirst();
    }

    /** Which of a model's two classes it is where these have no names: the second, as they ascend, unless 0 or false is bad. */
    public int place() {
        return is("0") || is("false") ? 0 : 1;
    }

    private static String normal(String text) {
        return text.strip().toLowerCase(Locale.ROOT).replaceFirst("^([+-]?\\d+)\\.0+$", "$1");
    }
}
