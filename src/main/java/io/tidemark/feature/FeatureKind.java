package io.tidemark.feature;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How a feature's values are read. */
public enum FeatureKind {
    /** Numbers, in the column's own unit. */
    NUMERIC,
    /** Texts and booleans: values without an order. */
    CATEGORICAL,
    /**
     * Dates and timestamps, read as the days from the value to the applicant's own time column. The calendar date itself moves with
     * every cohort; how long ago it was does not.
     */
    DATE;

    /** Whether profiles of this kind count numbers. */
    public boolean isNumeric() {
        return this != CATEGORICAL;
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static List<String> ids() {
        return Arrays.stream(values()).map(FeatureKind::id).toList();
    }
}
