package io.tidemark.spark.score;

import io.tidemark.problem.Problem;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/** A model, opened, that can score the rows of tables. */
interface AppliedModel {
    /** The column that its scores become. */
    String name();

    /** What decides over its scores: its files, what it takes, and which outcome is bad. */
    String identity();

    /**
     * What it needs and a table lacks.
     *
     * @param table as the user may read it
     * @param label the column that it may not look at, or null
     */
    List<Problem> problems(StructType schema, String table, String label);

    /** A table without such problems, with the scores. */
    Dataset<Row> scored(Dataset<Row> table, String label);
}
