package io.tidemark.spark.joint;

import java.io.Serializable;

/**
 * An applicant to learn from.
 *
 * @param label 1 for the current group, 0 for the reference
 * @param <T> their columns as a model takes them
 */
record Labelled<T>(double label, T columns) implements Serializable {}
