package io.tidemark.model;

import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Which of a model's two classes is the outcome that its score is the probability of.
 *
 * @param value the outcome as the label has it, or null: then it is the larger of the two
 */
public record PositiveClass(String value) implements Serializable {
    /** The place of the positive class where classes are not named: the second, in ascending order, unless it is 0 or false. */
    public int place() {
        return value != null && (isSame(value, "0") || value.equalsIgnoreCase("false")) ? 0 : 1;
    }

    /** The place of the positive class among named ones; empty if it is none of them. */
    public OptionalInt place(List<String> classes) {
        if (value == null) {
            return IntStream.range(0, classes.size())
                    .boxed()
                    .max(Comparator.comparing(classes::get, PositiveClass::compare))
                    .map(OptionalInt::of)
                    .orElse(OptionalInt.empty());
        }
        return IntStream.range(0, classes.size())
                .filter(place -> isSame(classes.get(place), value))
                .findFirst();
    }

    private static boolean isSame(String one, String other) {
        return compare(one, other) == 0;
    }

    /** Numbers by their amount, so that 1 is 1.0; anything else as text. */
    private static int compare(String one, String other) {
        try {
            return Double.compare(Double.parseDouble(one), Double.parseDouble(other));
        } catch (NumberFormatException e) {
            return one.compareTo(other);
        }
    }
}
