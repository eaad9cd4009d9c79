/**
 * What should be done: pure functions from evidence to one {@link io.tidemark.policy.Recommendation} with its reasons.
 *
 * <p>Each {@link io.tidemark.policy.Rule} is a small class that may leave findings and ask for an action; the first that asks decides, and what
 * the others found is said beside it. Knows shifts and incidents; neither tables nor how evidence was gathered. Open {@code ShiftPolicy}
 * first.
 */
package io.tidemark.policy;
