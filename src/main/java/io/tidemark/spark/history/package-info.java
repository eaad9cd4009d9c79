/**
 * Profiles through time: what earlier runs have kept, what this one has to count, and both together.
 *
 * <p>Open {@code Profiling} first.
 */
package io.tidemark.spark.history;
