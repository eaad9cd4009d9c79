/**
 * What a model has to do with applicants: their features as the columns that it takes, and how well it tells one group from another.
 *
 * <p>Knows features and numbers; of cohorts no more than what a model was trained on and tried on; not how it is trained (that is {@code spark}).
 * Open {@code Auc} first.
 */
package io.tidemark.model;
