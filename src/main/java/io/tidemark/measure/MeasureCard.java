package io.tidemark.measure;

/**
 * What a measure is.
 *
 * @param id its column in the output tables
 * @param on which features it is defined for
 * @param form whether it gives a value or a test
 * @param definition its formula, with p the reference's shares and q the current ones
 * @param range the values it can take, with their unit
 * @param use when to look at it
 */
public record MeasureCard(String id, On on, Form form, String definition, String range, String use) {
    /** The features that a measure is defined for. */
    public enum On {
        ALL,
        NUMERIC
    }

    /** What a measure gives. */
    public enum Form {
        VALUE,
        TEST
    }
}
