/**
 * What is known of outcomes: which cohorts are mature, and how the models that are in use did on each.
 *
 * <p>Open {@code OutcomeStudy} first.
 */
package io.tidemark.spark.outcome;
