/**
 * All that is done with Spark SQL, MLlib's distributed part and Delta; with the packages below it the only one that imports them. Here are the jobs,
 * and the order of a run: rows become profiles in {@code pass}, profiles shifts in {@code shift}, and values rows in {@code output}.
 *
 * <p>Holds no statistics of its own. Open {@code RunJob} first. Each room knows those further down only:
 *
 * <pre>
 * the jobs
 * joint, staleness     what is learned
 * history              profiles, this run's and earlier ones
 * output               which tables there are
 * outcome              what is known of outcomes
 * source               the monitored table
 * shift, score         features compared; models applied
 * pass, table          the pass over the rows; how Delta tables are kept
 * </pre>
 */
package io.tidemark.spark;
