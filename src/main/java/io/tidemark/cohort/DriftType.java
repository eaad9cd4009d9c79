package io.tidemark.cohort;

/** What a cohort was compared with. */
public enum DriftType {
    /** A fixed window of the monitored table. */
    BASELINE,
    /** Another table. */
    TABLE
}
