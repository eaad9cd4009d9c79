package io.tidemark.bench;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructField;

/** The features of the benchmark, read from the table's types: none of the contenders needs Tidemark to know them. */
record BenchColumns(List<String> numbers, List<String> texts) {
    static final String TIME = "application_date";

    /** The first day of an applicant's month, in Spark's SQL. */
    static final String MONTH = "trunc(" + TIME + ", 'month')";

    private static final Set<String> NO_FEATURES = Set.of("application_id", "defaulted", "pd_score");

    static BenchColumns of(Dataset<Row> table) {
        List<StructField> fields = Arrays.asList(table.schema().fields());
        return new BenchColumns(
                names(fields, NumericType.class::isInstance), names(fields, StringType.class::isInstance));
    }

    private static List<String> names(Collection<StructField> fields, Predicate<DataType> types) {
        return fields.stream()
                .filter(field -> types.test(field.dataType()) && !NO_FEATURES.contains(field.name()))
                .map(StructField::name)
                .toList();
    }
}
