/**
 * How Delta tables are kept: their columns with comments and checks, one commit a table, and reading some of their columns without a query.
 *
 * <p>Knows nothing of what the tables hold. Open {@code OutputTable} first, then {@code TableStore}.
 */
package io.tidemark.spark.table;
