/**
 * All that is done with Spark SQL, MLlib's distributed part and Delta: reading, the one pass over the rows, computing on executors, the output
 * tables. The only package that imports them.
 *
 * <p>Holds no statistics of its own: it carries rows to accumulators and profiles to studies, and values to tables. Open {@code RunJob} first: it
 * is the order of a run.
 */
package io.tidemark.spark;
