package io.tidemark.spark.joint;

/**
 * A model that was taught to tell the applicants with label 1 from those with label 0.
 *
 * @param <T> an applicant's columns as it takes them
 */
interface TaughtModel<T> {
    /** The probability of an applicant to have label 1. */
    double probability(T applicant);

    /** How much each column counts. */
    double[] weights();
}
