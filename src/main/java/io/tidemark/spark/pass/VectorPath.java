package io.tidemark.spark.pass;

import java.io.Serializable;
import java.util.List;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarBatch;

/**
 * Where in a batch the vector of a column is.
 *
 * @param ordinals the place of the column, and within it those of nested fields
 * @param type the type of the innermost
 */
record VectorPath(List<Integer> ordinals, DataType type) implements Serializable {
    ColumnVector vector(ColumnarBatch batch) {
        ColumnVector vector = batch.column(ordinals.get(0));
        for (int depth = 1; depth < ordinals.size(); depth++) {
            vector = vector.getChild(ordinals.get(depth));
        }
        return vector;
    }

    /** Whether a row lacks the field because it lacks what the field is in. */
    boolean isOutside(ColumnarBatch batch, int row) {
        ColumnVector vector = batch.column(ordinals.get(0));
        for (int depth = 1; depth < ordinals.size(); depth++) {
            if (vector.isNullAt(row)) {
                return true;
            }
            vector = vector.getChild(ordinals.get(depth));
        }
        return false;
    }

    boolean isNested() {
        return ordinals.size() > 1;
    }
}
