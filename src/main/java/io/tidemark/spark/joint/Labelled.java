package io.tidemark.spark.joint;

import java.io.Serializable;
import org.apache.spark.ml.linalg.Vector;

/**
 * An applicant to learn from.
 *
 * @param label 1 for the current group, 0 for the reference
 */
record Labelled(double label, Vector columns) implements Serializable {}
