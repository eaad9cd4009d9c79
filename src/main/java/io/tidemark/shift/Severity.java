package io.tidemark.shift;

/** How much a feature's shift deserves attention. */
public enum Severity {
    /** Nothing that could not be chance, and enough applicants to have seen it. */
    NONE,
    /** More than chance, and too small to matter by the convention. */
    NEGLIGIBLE,
    /** More than chance, and at least the moderate effect. */
    MODERATE,
    /** More than chance, and at least the major effect. */
    MAJOR,
    /** Too few applicants: an effect that matters could hide in the noise. */
    CANNOT_TELL;

    /** Whether a model owner should hear of it. */
    public boolean isShift() {
        return this == MODERATE || this == MAJOR;
    }
}
