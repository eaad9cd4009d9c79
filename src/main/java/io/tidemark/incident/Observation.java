package io.tidemark.incident;

/**
 * What a rule saw.
 *
 * @param value what was seen
 * @param expected what was expected
 * @param sentence both in words
 */
public record Observation(double value, double expected, String sentence) {}
