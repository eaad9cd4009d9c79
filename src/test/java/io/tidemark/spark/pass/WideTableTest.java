package io.tidemark.spark.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Spark gives no columns of tables with more fields than it would compile code for, unless it is asked to. */
@Tag("spark")
class WideTableTest {
    private static final int NUMBERS = 170;
    private static final int TEXTS = 40;

    @TempDir
    static Path folder;

    private static Dataset<Row> applicants() {
        Stream<String> day = Stream.of("date_add(DATE '2024-01-01', CAST(id % 90 AS INT)) AS day");
        Stream<String> numbers =
                IntStream.range(0, NUMBERS).mapToObj(i -> "pmod(xxhash64(id, " + i + "), 1000) / 8 AS n" + i);
        Stream<String> texts =
                IntStream.range(0, TEXTS).mapToObj(i -> "concat('k', pmod(xxhash64(id, -" + i + "), 9)) AS t" + i);
        return EveryType.session()
                .range(3_000)
                .selectExpr(Stream.of(day, numbers, texts).flatMap(each -> each).toArray(String[]::new));
    }

    private static Pass pass(Dataset<Row> table) {
        return new Pass(table, "day", List.of("t0"), Map.of());
    }

    @Test
    void aWideTableIsReadByColumnsAndAWideTextByRows() {
        String parquet = folder.resolve("parquet").toString();
        String csv = folder.resolve("csv").toString();
        Dataset<Row> applicants = applicants();
        applicants.coalesce(1).write().parquet(parquet);
        applicants.coalesce(1).write().option("header", "true").csv(csv);
        Pass columns = pass(EveryType.session().read().parquet(parquet));
        Pass rows = pass(EveryType.session()
                .read()
                .option("header", "true")
                .schema(applicants.schema())
                .csv(csv));
        assertEquals(NUMBERS + TEXTS, columns.plan().features().size());
        assertTrue(columns.readsColumns());
        assertEquals("100", EveryType.session().conf().get("spark.sql.codegen.maxFields"), "for rows the limit stays");
        assertFalse(rows.readsColumns());
        Map<String, String> found = columns.byWhicheverPath(2);
        assertEquals(found, columns.byRows(2));
        Map<String, String> fromText = rows.byWhicheverPath(2);
        String file = "table column 2";
        found.keySet().removeIf(name -> name.startsWith(file));
        fromText.keySet().removeIf(name -> name.startsWith(file));
        assertEquals(found, fromText);
    }
}
