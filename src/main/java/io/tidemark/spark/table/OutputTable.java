package io.tidemark.spark.table;

import io.tidemark.spark.table.TableColumn.Null;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** An output table: its columns with their types, comments and constraints, and how a value becomes a row. */
public final class OutputTable<T> implements Serializable {
    static final String MONITOR = "monitor";
    static final String RUN_ID = "run_id";
    /** The column of the span of time that a row speaks of, where it speaks of one. */
    static final String WINDOW = "window";

    private final String name;
    private final String comment;
    private final List<TableColumn<T>> columns = new ArrayList<>();
    private final List<String> partitioning = new ArrayList<>(List.of(MONITOR));
    private final Map<String, String> checks = new LinkedHashMap<>();

    private OutputTable(String name, String comment) {
        this.name = name;
        this.comment = comment;
    }

    public static <T> OutputTable<T> of(String name, String comment) {
        return new OutputTable<>(name, comment);
    }

    public OutputTable<T> column(String column, DataType type, String meaning, Getter<T> getter) {
        columns.add(new TableColumn<>(column, type, Null.NEVER, meaning, getter));
        return this;
    }

    public OutputTable<T> nullable(String column, DataType type, String meaning, Getter<T> getter) {
        columns.add(new TableColumn<>(column, type, Null.ALLOWED, meaning, getter));
        return this;
    }

    /** Partitions the table by one more column: rows that are replaced by its values are then found without being read. */
    public OutputTable<T> partitionedBy(String column) {
        partitioning.add(column);
        return this;
    }

    /** A condition that every row must meet. */
    public OutputTable<T> check(String check, String condition) {
        checks.put(check, condition);
        return this;
    }

    public String name() {
        return name;
    }

    String comment() {
        return comment;
    }

    Map<String, String> checks() {
        return checks;
    }

    /** What the table is partitioned by: the monitor, so that monitors do not get in each other's way, and what was asked for. */
    List<String> partitioning() {
        return partitioning;
    }

    StructType schema() {
        List<StructField> fields = new ArrayList<>();
        fields.add(own(MONITOR, "whose results these are"));
        fields.add(own(RUN_ID, "the run that wrote the row; see runs"));
        columns.forEach(column -> fields.add(column.field()));
        return DataTypes.createStructType(fields);
    }

    private static StructField own(String column, String meaning) {
        return new TableColumn<>(column, DataTypes.StringType, Null.NEVER, meaning, value -> value).field();
    }

    Row row(RunId run, T value) {
        Object[] cells = new Object[columns.size() + 2];
        cells[0] = run.monitor();
        cells[1] = run.id();
        for (int i = 0; i < columns.size(); i++) {
            cells[i + 2] = columns.get(i).getter().of(value);
        }
        return RowFactory.create(cells);
    }
}
