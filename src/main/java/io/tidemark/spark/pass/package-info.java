/**
 * The one pass over the applicants: which columns are looked at, and how their values become profiles by pane, slice and feature, column by column
 * where the reader gives vectors and row by row where it does not. Both ways fill the same accumulators, and what comes out depends on the values
 * alone.
 *
 * <p>Knows nothing of tables that are written, nor of what is made of a profile. Open {@code ProfilePass} first.
 */
package io.tidemark.spark.pass;
