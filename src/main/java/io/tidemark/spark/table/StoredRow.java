package io.tidemark.spark.table;

import io.delta.kernel.data.ArrayValue;
import io.delta.kernel.data.MapValue;
import io.delta.kernel.data.Row;
import io.delta.kernel.internal.data.StructRow;
import io.tidemark.cohort.Cohort;
import io.tidemark.cohort.Granularity;
import io.tidemark.cohort.Slice;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** A row of an output table, or a struct in one, as Delta's kernel reads it, by the names of its columns. */
public record StoredRow(Row row) {
    private int place(String column) {
        return row.getSchema().indexOf(column);
    }

    public boolean isNull(String column) {
        return row.isNullAt(place(column));
    }

    public String text(String column) {
        return row.getString(place(column));
    }

    public long count(String column) {
        return row.getLong(place(column));
    }

    public double number(String column) {
        return row.getDouble(place(column));
    }

    public LocalDate day(String column) {
        return LocalDate.ofEpochDay(row.getInt(place(column)));
    }

    /** The cohort whose window the row has. */
    public Cohort cohort(Granularity granularity) {
        return new Cohort(granularity, start());
    }

    /** The first day of the window that the row has. */
    public LocalDate start() {
        return startOf(row.getStruct(place(OutputTable.WINDOW)));
    }

    /** The first day of a window. */
    public static LocalDate startOf(Row window) {
        return LocalDate.ofEpochDay(Math.floorDiv(window.getLong(0), TimeUnit.DAYS.toMicros(1)));
    }

    /** The slice that the row is of. */
    public Slice slice() {
        return isNull("slice_key") ? Slice.ALL : new Slice(text("slice_key"), text("slice_value"));
    }

    /** A struct; empty where it is null. */
    public Optional<StoredRow> struct(String column) {
        return isNull(column) ? Optional.empty() : Optional.of(new StoredRow(row.getStruct(place(column))));
    }

    /** An array of structs. */
    public List<StoredRow> structs(String column) {
        ArrayValue array = row.getArray(place(column));
        return IntStream.range(0, array.getSize())
                .mapToObj(i -> new StoredRow(StructRow.fromStructVector(array.getElements(), i)))
                .toList();
    }

    /** An array of numbers. */
    public double[] numbers(String column) {
        ArrayValue array = row.getArray(place(column));
        return IntStream.range(0, array.getSize())
                .mapToDouble(array.getElements()::getDouble)
                .toArray();
    }

    public Map<String, String> textByText(String column) {
        MapValue map = row.getMap(place(column));
        Map<String, String> texts = new HashMap<>();
        for (int i = 0; i < map.getSize(); i++) {
            texts.put(map.getKeys().getString(i), map.getValues().getString(i));
        }
        return texts;
    }
}
