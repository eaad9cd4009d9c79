package io.tidemark.shift;

/** What the references, taken together, say of how a feature moves. */
public enum Pattern {
    /** It is where it was, and has not been away. */
    STABLE,
    /** It moved at one time, and has stayed away. */
    BREAK,
    /** It moves, little by little. */
    DRIFT,
    /** It is not where the reference is, but where it was a year ago. */
    SEASONAL,
    /** It was away, and has come back. */
    SPELL
}
