package io.tidemark.spark;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Columns by their names; a field within a struct goes by its path, as in {@code bureau.score}. */
final class ColumnPaths {
    private ColumnPaths() {}

    /** The columns of a table; instead of each struct, what is in it. */
    static List<StructField> leaves(StructType schema) {
        List<StructField> leaves = new ArrayList<>();
        for (StructField field : schema.fields()) {
            if (field.dataType() instanceof StructType struct) {
                leaves(struct)
                        .forEach(inner -> leaves.add(new StructField(
                                field.name() + "." + inner.name(),
                                inner.dataType(),
                                field.nullable() || inner.nullable(),
                                inner.metadata())));
            } else {
                leaves.add(field);
            }
        }
        return leaves;
    }

    /** A column by its name, whatever characters are in it. */
    static Column column(StructType schema, String name) {
        return functions.col(quotedPath(schema, name));
    }

    private static String quotedPath(StructType schema, String name) {
        for (StructField field : schema.fields()) {
            if (field.dataType() instanceof StructType struct && name.startsWith(field.name() + ".")) {
                return quoted(field.name()) + "."
                        + quotedPath(struct, name.substring(field.name().length() + 1));
            }
        }
        return quoted(name);
    }

    private static String quoted(String name) {
        return "`" + name.replace("`", "``") + "`";
    }
}
