package io.tidemark.spark;

import static org.apache.spark.sql.functions.base64;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;

import com.univocity.parsers.csv.CsvWriter;
import com.univocity.parsers.csv.CsvWriterSettings;
import io.tidemark.config.QueryConfig;
import io.tidemark.problem.Problems;
import io.tidemark.problem.UserMistake;
import io.tidemark.spark.output.Tables;
import io.tidemark.spark.table.Failures;
import io.tidemark.spark.table.OutputTable;
import io.tidemark.spark.table.Sessions;
import io.tidemark.spark.table.TableStore;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.BinaryType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Runs SQL over the output tables by their names, and prints what it gives. */
public final class QueryJob {
    private static final int WIDEST_CELL = 80;
    private static final Map<String, String> WITH_NULLS = Map.of("ignoreNullFields", "false");

    private final SparkSession session;

    public QueryJob(SparkSession session) {
        this.session = Sessions.forSmallTables(session);
    }

    /**
     * Prints the result of a query.
     *
     * @throws UserMistake if there are no tables, or the query fails
     */
    public void query(QueryConfig config, PrintStream out) {
        TableStore store = new TableStore(session, config.output());
        List<OutputTable<?>> present = Tables.ALL.stream().filter(store::has).toList();
        if (present.isEmpty()) {
            throw new UserMistake(Problems.noTables(config.output()));
        }
        present.forEach(
                table -> session.read().format("delta").load(store.path(table)).createOrReplaceTempView(table.name()));
        Failures.orMistake(
                () -> {
                    print(session.sql(config.sql()), config.format(), out);
                    return true;
                },
                Problems::failedQuery);
    }

    private static void print(Dataset<Row> result, String format, PrintStream out) {
        switch (format) {
            case "json" ->
                result.select(to_json(struct(result.col("*")), WITH_NULLS))
                        .toLocalIterator()
                        .forEachRemaining(row -> out.println(row.getString(0)));
            case "csv" -> printCsv(asText(result), out);
            default -> printTable(asText(result), out);
        }
    }

    /** Every column as text: nested ones as JSON, bytes as base64. */
    private static Dataset<Row> asText(Dataset<Row> result) {
        // Names may repeat in a result, so columns are taken by position from a renamed copy.
        Dataset<Row> numbered =
                result.toDF(Arrays.stream(numbers(result.columns().length)).toArray(String[]::new));
        List<Column> texts = new ArrayList<>();
        for (StructField field : numbered.schema().fields()) {
            Column column = numbered.col(field.name());
            boolean isNested = field.dataType() instanceof StructType
                    || field.dataType() instanceof ArrayType
                    || field.dataType() instanceof MapType;
            if (isNested) {
                column = to_json(column, WITH_NULLS);
            } else if (field.dataType() instanceof BinaryType) {
                column = base64(column);
            }
            texts.add(column.cast(DataTypes.StringType));
        }
        return numbered.select(texts.toArray(new Column[0])).toDF(result.columns());
    }

    private static String[] numbers(int count) {
        String[] names = new String[count];
        for (int i = 0; i < count; i++) {
            names[i] = "c" + i;
        }
        return names;
    }

    private static void printCsv(Dataset<Row> texts, PrintStream out) {
        CsvWriterSettings settings = new CsvWriterSettings();
        settings.getFormat().setLineSeparator("\n");
        settings.getFormat().setQuoteEscape('"');
        settings.setMaxCharsPerColumn(-1);
        settings.setQuotationTriggers('"');
        settings.setQuoteEscapingEnabled(true);
        CsvWriter writer = new CsvWriter(out, settings);
        writer.writeHeaders(texts.columns());
        Iterator<Row> rows = texts.toLocalIterator();
        while (rows.hasNext()) {
            writer.writeRow(cells(rows.next()));
        }
        writer.flush();
    }

    private static Object[] cells(Row row) {
        Object[] cells = new Object[row.size()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = row.isNullAt(i) ? null : row.getString(i);
        }
        return cells;
    }

    private static void printTable(Dataset<Row> texts, PrintStream out) {
        List<String[]> lines = new ArrayList<>();
        lines.add(texts.columns());
        texts.toLocalIterator().forEachRemaining(row -> {
            String[] line = new String[row.size()];
            for (int i = 0; i < line.length; i++) {
                line[i] = row.isNullAt(i) ? "" : shortened(row.getString(i));
            }
            lines.add(line);
        });
        int[] widths = new int[texts.columns().length];
        lines.forEach(line -> {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], line[i].length());
            }
        });
        for (String[] line : lines) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                text.append(i == 0 ? "" : "  ").append(line[i]).append(" ".repeat(widths[i] - line[i].length()));
            }
            out.println(text.toString().stripTrailing());
        }
        out.println("(" + (lines.size() - 1) + " rows)");
    }

    private static String shortened(String cell) {
        String line = cell.replace('\n', ' ');
        return line.length() <= WIDEST_CELL ? line : line.substring(0, WIDEST_CELL - 1) + "…";
    }
}
