/**
 * One feature through the cohorts, on an executor: from its profiles to shifts against every reference, to incidents and to bins; then all features
 * judged together.
 *
 * <p>The statistics are those of {@code io.tidemark.shift}; here is what brings them their profiles. Open {@code ReferenceStudy} first.
 */
package io.tidemark.spark.shift;
