/**
 * What a model has to do with applicants: their features as the columns that it takes, and how well it tells one group from another.
 *
 * <p>Knows features and numbers; neither how a model is trained (that is {@code spark}) nor cohorts. Open {@code Auc} first.
 */
package io.tidemark.model;
