package io.tidemark.sample;

import java.util.Objects;

/**
 * One column of the sample table.
 *
 * @param name the column's name in the table
 * @param type the type of its values
 * @param unit what one means, such as {@code months}; for text what kind of text it is
 * @param meaning what the value says about the applicant, and when it is missing
 */
public record SampleColumn(String name, ColumnType type, String unit, String meaning) {
    public SampleColumn {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(meaning, "meaning");
    }
}
