package io.tidemark.spark.table;

import io.tidemark.cohort.Cohort;
import io.tidemark.cohort.Granularity;
import io.tidemark.cohort.Window;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Types of the output tables' columns, and values of those types. Nested fields are nullable, since Delta keeps no constraints below a column.
 */
public final class Types {
    public static final DataType TEXT = DataTypes.StringType;
    public static final DataType NUMBER = DataTypes.DoubleType;
    public static final DataType COUNT = DataTypes.LongType;
    public static final DataType TEXTS = DataTypes.createArrayType(DataTypes.StringType, false);
    public static final DataType NUMBERS = DataTypes.createArrayType(DataTypes.DoubleType, false);
    public static final DataType TEXT_BY_TEXT =
            DataTypes.createMapType(DataTypes.StringType, DataTypes.StringType, false);
    public static final DataType COUNT_BY_TEXT =
            DataTypes.createMapType(DataTypes.StringType, DataTypes.LongType, false);
    /** A span of time, from start up to but not including end. */
    public static final StructType WINDOW =
            new StructType().add("start", DataTypes.TimestampType, true).add("end", DataTypes.TimestampType, true);

    public static final StructType TEST =
            new StructType().add("statistic", DataTypes.DoubleType, true).add("pvalue", DataTypes.DoubleType, true);

    private Types() {}

    public static Row window(Window span) {
        return span == null ? null : RowFactory.create(midnight(span.from()), midnight(span.end()));
    }

    public static Row window(Cohort cohort) {
        return window(cohort.window());
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** The cohort that starts at a time. */
    public static Cohort cohort(Timestamp start, Granularity granularity) {
        return new Cohort(
                granularity, start.toInstant().atOffset(ZoneOffset.UTC).toLocalDate());
    }

    public static Object number(OptionalDouble value) {
        return value.isPresent() ? Double.valueOf(value.getAsDouble()) : null;
    }

    /** A list as Spark takes it for an array. */
    public static Object array(List<?> values) {
        return CollectionConverters.asScala(values).toSeq();
    }

    /** A map as Spark takes it. */
    public static Object map(Map<?, ?> values) {
        return CollectionConverters.asScala(values);
    }

    /** The values of an enumeration, as SQL lists them. */
    public static String names(Enum<?>[] values) {
        return Arrays.stream(values).map(value -> "'" + value.name() + "'").collect(Collectors.joining(", ", "(", ")"));
    }
}
