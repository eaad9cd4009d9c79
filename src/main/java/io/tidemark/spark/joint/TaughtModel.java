package io.tidemark.spark.joint;

import java.util.List;

/**
 * A model that was taught to tell the applicants with label 1 from those with label 0; may hold memory of its own until it is closed.
 *
 * @param <T> an applicant's columns as it takes them
 */
interface TaughtModel<T> extends AutoCloseable {
    /** The probabilities of some applicants to have label 1. */
    double[] probabilities(List<T> applicants);

    /** How much each column counts. */
    double[] weights();

    @Override
    void close();
}
