package io.tidemark.spark.pass;

import java.io.Serializable;

/**
 * Where in the batches of a table the columns of the pass are.
 *
 * @param time the time; null for a reference table without one
 * @param columns the columns of the {@link PassPlan}; null for those that are not in the table
 */
@SuppressWarnings("ArrayRecordComponent") // carried to tasks, never compared
record VectorLayout(VectorPath time, VectorPath[] columns) implements Serializable {}
