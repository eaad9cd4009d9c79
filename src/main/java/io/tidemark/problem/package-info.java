/**
 * What the user can mend: a {@link io.tidemark.problem.Problem} says what is wrong, why it matters and how to mend it; a
 * {@link io.tidemark.problem.UserMistake} carries all of them at once to the edge, where it becomes exit code 2.
 *
 * <p>Knows nothing of Spark, files or configuration. Anything else that goes wrong is a fault of ours and keeps its stack trace.
 * Open {@code Problem} first.
 */
package io.tidemark.problem;
