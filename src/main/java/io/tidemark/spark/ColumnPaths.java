package io.tidemark.spark;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
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

    /** The names that options may use: the columns, and what is in structs. */
    static List<String> names(StructType schema) {
        Set<String> names = new LinkedHashSet<>(List.of(schema.fieldNames()));
        leaves(schema).forEach(leaf -> names.add(leaf.name()));
        return List.copyOf(names);
    }

    /** The type of a column, or of a field by its path. */
    static DataType type(StructType schema, String name) {
        return leaves(schema).stream()
                .filter(leaf -> leaf.name().equals(name))
                .findFirst()
                .map(StructField::dataType)
                .orElseGet(() -> schema.apply(name).dataType());
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
