package io.tidemark.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/** The known name that a misspelt one was probably meant to be. */
public final class Nearest {
    private static final double ALIKE = 0.80;

    private Nearest() {}

    /** The most similar of the known names (Jaro–Winkler, case ignored), if any is similar enough to be worth saying. */
    public static Optional<String> to(String name, Collection<String> known) {
        return known.stream()
                .filter(candidate -> likeness(name, candidate) >= ALIKE)
                .max(Comparator.<String>comparingDouble(candidate -> likeness(name, candidate))
                        .thenComparing(Comparator.reverseOrder()));
    }

    /** {@code did you mean 'x'?}, or the known names where none is near. */
    public static String hint(String name, Collection<String> known) {
        return to(name, known)
                .map(near -> "Did you mean '" + near + "'?")
                .orElseGet(() -> "Known: " + String.join(", ", known) + ".");
    }

    private static double likeness(String a, String b) {
        return new JaroWinklerSimilarity().apply(a.toLowerCase(Locale.ROOT), b.toLowerCase(Locale.ROOT));
    }
}
