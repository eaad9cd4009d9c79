package io.tidemark.policy;

import io.tidemark.cohort.Cohort;

/**
 * One thing that a rule found, with what it was measured against.
 *
 * @param rule the rule
 * @param column the feature it is about, {@code :table}, or the table and column that its figure comes from, as in {@code staleness.gap_auc}
 * @param cohort the cohort it was found in
 * @param value what was found
 * @param threshold what it was held against
 * @param sentence the finding in words
 */
public record Finding(String rule, String column, Cohort cohort, double value, double threshold, String sentence) {}
