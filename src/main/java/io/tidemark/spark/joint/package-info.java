/**
 * All features of a cohort at once, told from bounded samples: a classifier between cohort and reference, principal components and correlations.
 *
 * <p>Only new cohorts are learned from. Open {@code Together} first, then {@code JointStudy}.
 */
package io.tidemark.spark.joint;
