package io.tidemark.policy;

import io.tidemark.cohort.Cohort;

/**
 * The champion's area under the ROC curve in a cohort whose outcomes are to come, as far as its scores tell.
 *
 * @param auc sees nothing of applicants who behave otherwise than the scores say
 */
public record EstimatedAuc(Cohort cohort, Estimate auc) {}
