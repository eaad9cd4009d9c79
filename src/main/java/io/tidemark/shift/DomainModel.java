package io.tidemark.shift;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What is taught to tell a cohort from the reference. */
public enum DomainModel {
    /** Logistic regression: sees features that moved, quickly. */
    LOGISTIC,
    /** Gradient-boosted trees: also see spread, gaps and features that only moved together; by a native library. */
    TREES,
    /** Nothing. */
    NONE;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static List<String> ids() {
        return Arrays.stream(values()).map(DomainModel::id).toList();
    }
}
