package io.tidemark.spark;

import io.tidemark.problem.Problem;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/** A model, opened, that can score the rows of tables. */
interface AppliedModel {
    /** The column that its scores become. */
    String name();

    /** What tells its file or directory from others. */
    String identity();

    /** What it needs and a table lacks. */
    List<Problem> problems(StructType schema, String label);

    /** A table without such problems, with the scores. */
    Dataset<Row> scored(Dataset<Row> table, String label);
}
