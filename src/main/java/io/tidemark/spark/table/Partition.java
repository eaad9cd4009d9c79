package io.tidemark.spark.table;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.catalyst.expressions.AttributeReference;
import org.apache.spark.sql.catalyst.expressions.EqualTo;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.expressions.Literal$;
import org.apache.spark.sql.catalyst.expressions.NamedExpression$;
import org.apache.spark.sql.types.Metadata;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Rows that share the values of columns by which their table is partitioned: they are in files of their own.
 *
 * @param values of those columns, texts and days
 */
public record Partition(Map<String, Object> values) {
    /** All rows of a run's monitor. */
    public static Partition ofMonitor(RunId run) {
        return new Partition(Map.of(OutputTable.MONITOR, run.monitor()));
    }

    /** Those of a day that it was run as of. */
    public static Partition ofDay(RunId run, LocalDate asOf) {
        Map<String, Object> values = new LinkedHashMap<>(ofMonitor(run).values);
        values.put("as_of", asOf);
        return new Partition(values);
    }

    /** The condition that its rows meet. */
    public String condition() {
        return values.entrySet().stream()
                .map(entry -> entry.getKey() + " = " + literal(entry.getValue()).sql())
                .collect(Collectors.joining(" AND "));
    }

    /** The same, column by column, as Delta takes them. */
    List<Expression> conditions() {
        return values.entrySet().stream()
                .<Expression>map(entry -> {
                    Literal literal = literal(entry.getValue());
                    return new EqualTo(
                            new AttributeReference(
                                    entry.getKey(),
                                    literal.dataType(),
                                    true,
                                    Metadata.empty(),
                                    NamedExpression$.MODULE$.newExprId(),
                                    CollectionConverters.asScala(List.<String>of())
                                            .toSeq()),
                            literal);
                })
                .toList();
    }

    /** Whether a file with these values, as a log has them, is one of its own. */
    boolean has(Map<String, String> ofFile) {
        return values.entrySet().stream()
                .allMatch(entry -> String.valueOf(entry.getValue()).equals(ofFile.get(entry.getKey())));
    }

    private static Literal literal(Object value) {
        return Literal$.MODULE$.apply(value);
    }
}
