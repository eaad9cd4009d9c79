package io.tidemark.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How a model is made that stands for models of its kind, to see how fast they age. */
public enum Recipe {
    /** A logistic regression. */
    LOGISTIC,
    /** Gradient-boosted trees. */
    TREES;

    public static List<String> ids() {
        return Arrays.stream(values()).map(Recipe::id).toList();
    }

    public static Recipe ofId(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
