package io.tidemark.spark.joint;

import org.apache.spark.ml.linalg.Vector;

/** A model that was taught to tell the applicants with label 1 from those with label 0. */
interface TaughtModel {
    /** The probability of each of some applicants to have label 1. */
    double[] probabilities(Vector[] applicants);

    /** How much each column counts. */
    double[] weights();
}
