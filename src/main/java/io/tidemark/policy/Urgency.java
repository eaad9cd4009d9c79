package io.tidemark.policy;

/** How soon somebody should look. */
public enum Urgency {
    /** At the next regular review. */
    LOW,
    /** Before the next cohort is complete. */
    MEDIUM,
    /** Now: applicants are being judged on it. */
    HIGH
}
