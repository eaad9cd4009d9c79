/**
 * Has the population moved? Compares a feature's cohorts with its reference, tells the shift from noise, and grades it.
 *
 * <p>{@link io.tidemark.shift.FeatureStudy} is one feature through all cohorts; {@link io.tidemark.shift.Judge} then takes all features of one
 * cohort together, since what is significant depends on how many were looked at. {@link io.tidemark.shift.Course} says since when: it cuts a
 * {@link io.tidemark.shift.CohortSeries}, one feature's or the whole population's, where its shares change. Knows cohorts, profiles and
 * measures; not what is to be done about it (that is {@code policy}). Open {@code FeatureStudy} first.
 */
package io.tidemark.shift;
