package io.tidemark.profile;

/**
 * How many different values were seen.
 *
 * @param atLeast the count, or where it is not exact a number that it is known to reach
 * @param isExact whether it is the count itself
 */
public record DistinctCount(long atLeast, boolean isExact) {}
