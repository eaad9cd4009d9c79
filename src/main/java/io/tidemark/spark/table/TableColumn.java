package io.tidemark.spark.table;

import java.io.Serializable;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.MetadataBuilder;
import org.apache.spark.sql.types.StructField;

/**
 * A column of an output table: its contract and where its values come from, in one place.
 *
 * @param mayBeNull whether a row may lack it
 */
record TableColumn<T>(String name, DataType type, Null mayBeNull, String comment, Getter<T> getter)
        implements Serializable {
    /** Whether a column may be empty. */
    enum Null {
        NEVER,
        ALLOWED
    }

    StructField field() {
        return new StructField(
                name,
                type,
                mayBeNull == Null.ALLOWED,
                new MetadataBuilder().putString("comment", comment).build());
    }
}
