/**
 * Which tables there are: what each of them is made of, and what its columns mean.
 *
 * <p>Open {@code Tables} first.
 */
package io.tidemark.spark.output;
