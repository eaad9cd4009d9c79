/** What a person reads of a run: the printed summary. Knows recommendations and cohorts in numbers; neither tables nor Spark. */
package io.tidemark.report;
