package io.tidemark.feature;

/** What a bin holds. */
public enum BinKind {
    /** Numbers from a lower edge up to, but not including, an upper edge; the last range of a feature includes its upper edge. */
    RANGE,
    /** One number or one category. */
    VALUE,
    /** No value at all. */
    MISSING,
    /** One configured special code, or NaN, or an infinity. */
    SPECIAL,
    /** Numbers below everything that the reference holds. */
    BELOW,
    /** Numbers above everything that the reference holds. */
    ABOVE,
    /** Values that the reference has never seen. */
    NEW,
    /** Categories that the reference holds, each too rare to stand alone. */
    RARE
}
