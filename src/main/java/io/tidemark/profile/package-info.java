/**
 * Counts: what was seen of one feature among the applicants of one cohort, and all that can be said of it without going back to them.
 *
 * <p>An accumulator takes values one at a time; a {@link io.tidemark.profile.Profile} is what it came to. A profile is a function of the
 * multiset of values alone: the same bytes for every order, split and merge tree. Profiles merge (associative, commutative, with the empty
 * profile as identity) and are stored by {@link io.tidemark.profile.ProfileCodec}.
 *
 * <p>Knows features and bins; knows neither cohorts nor how profiles are compared. Open {@code Profile} first.
 */
package io.tidemark.profile;
