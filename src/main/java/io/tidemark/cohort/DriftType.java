package io.tidemark.cohort;

import java.util.Arrays;
import java.util.stream.Collectors;

/** What a cohort was compared with. */
public enum DriftType {
    /** A fixed window of the monitored table. */
    BASELINE("a fixed window"),
    /** The cohort before. */
    CONSECUTIVE("the cohort before"),
    /** Several cohorts before, or all of them. */
    ROLLING("cohorts before"),
    /** The same period of the year before. */
    SEASONAL("the same period of the year before"),
    /** Another table. */
    TABLE("another table");

    private final String text;

    DriftType(String text) {
        this.text = text;
    }

    /** What each of them means, in a line. */
    public static String legend() {
        return Arrays.stream(values()).map(type -> type + ": " + type.text).collect(Collectors.joining("; "));
    }
}
