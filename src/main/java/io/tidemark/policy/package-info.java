/**
 * What should be done: pure functions from evidence to one {@link io.tidemark.policy.Recommendation} with its reasons.
 *
 * <p>{@link io.tidemark.policy.Evidence} is what applicants, outcomes and models of other dates tell. What follows from it before any rule is
 * asked is a {@link io.tidemark.policy.Case}; each {@link io.tidemark.policy.Rule} is a small class that may leave findings and ask for an
 * action; the first that asks decides, and what the others found is said beside it. Whether a new model pays is decided by a
 * {@link io.tidemark.backtest.RetrainingPolicy}, the same that is replayed over history.
 *
 * <p>Knows shifts, incidents and losses; neither tables nor how evidence was gathered. Open {@code MonitorPolicy} first.
 */
package io.tidemark.policy;
