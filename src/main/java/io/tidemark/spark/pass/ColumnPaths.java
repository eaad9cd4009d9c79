package io.tidemark.spark.pass;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Columns by their names; a field within a struct goes by its path, as in {@code bureau.score}. */
public final class ColumnPaths {
    private ColumnPaths() {}

    /** The columns of a table; instead of each struct, what is in it. A column goes before a field whose path reads the same. */
    public static List<StructField> leaves(StructType schema) {
        Set<String> columns = Set.copyOf(List.of(schema.fieldNames()));
        List<StructField> leaves = new ArrayList<>();
        for (StructField field : schema.fields()) {
            if (field.dataType() instanceof StructType struct) {
                leaves(struct).stream()
                        .map(inner -> new StructField(
                                field.name() + "." + inner.name(),
                                inner.dataType(),
                                field.nullable() || inner.nullable(),
                                inner.metadata()))
                        .filter(leaf -> !columns.contains(leaf.name()))
                        .forEach(leaves::add);
            } else {
                leaves.add(field);
            }
        }
        return leaves;
    }

    /** The names that options may use: the columns, and what is in structs. */
    public static List<String> names(StructType schema) {
        Set<String> names = new LinkedHashSet<>(List.of(schema.fieldNames()));
        leaves(schema).forEach(leaf -> names.add(leaf.name()));
        return List.copyOf(names);
    }

    /** The type of a column, or of a field by its path. */
    public static DataType type(StructType schema, String name) {
        return leaves(schema).stream()
                .filter(leaf -> leaf.name().equals(name))
                .findFirst()
                .map(StructField::dataType)
                .orElseGet(() -> schema.apply(name).dataType());
    }

    /** A column by its name, whatever characters are in it. */
    public static Column column(StructType schema, String name) {
        return functions.col(path(schema, name).orElseGet(() -> quoted(name)));
    }

    /** Where a column or a field is, every name on the way quoted; dots may be a part of a name as well. */
    private static Optional<String> path(StructType schema, String name) {
        if (Set.copyOf(List.of(schema.fieldNames())).contains(name)) {
            return Optional.of(quoted(name));
        }
        return Stream.of(schema.fields())
                .filter(field -> field.dataType() instanceof StructType && name.startsWith(field.name() + "."))
                .flatMap(field -> path(
                        (StructType) field.dataType(),
                        name.substring(field.name().length() + 1))
                        .map(within -> quoted(field.name()) + "." + within)
                        .stream())
                .findFirst();
    }

    private static String quoted(String name) {
        return "`" + name.replace("`", "``") + "`";
    }
}
