package io.tidemark.spark.table;

import java.util.List;
import java.util.function.Predicate;

/**
 * Some rows of a partition, told in two ways: as a condition, by which Delta finds them and puts others in their place, and row by row, by which it
 * is seen without a job of Spark whether there are any.
 *
 * @param condition that the partition's rows meet which are of it
 * @param columns by which they are told
 * @param has whether a row of the partition, which has these columns, is of it
 */
public record Portion(Partition partition, String condition, List<String> columns, Predicate<StoredRow> has) {
    public Portion {
        columns = List.copyOf(columns);
    }

    /** The condition that its rows meet among all of the table. */
    String conditionOfTable() {
        return partition.condition() + " AND " + condition;
    }
}
