/**
 * How models age here: recipes trained on every trailing window, each judged on every later cohort, and kept.
 *
 * <p>Open {@code StalenessStudy} first.
 */
package io.tidemark.spark.staleness;
