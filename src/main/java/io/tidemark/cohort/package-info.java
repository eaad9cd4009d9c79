/**
 * Time: the cohorts that applicants fall into by their application date, and the references that cohorts are compared with.
 *
 * <p>Calendar arithmetic only, in whole days; knows nothing of columns, counts or Spark. Open {@code Granularity} first.
 */
package io.tidemark.cohort;
