/**
 * The monitored table: opening it, its files, what changed in it since an earlier run, and how many applicants each cohort has.
 *
 * <p>Open {@code MonitoredTable} first.
 */
package io.tidemark.spark.source;
