package io.tidemark.spark.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.feature.FeatureKind;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * By columns and by rows a table comes to the same profiles, to the byte, whatever its format and its types; and columns are read wherever
 * Spark gives them.
 */
@Tag("spark")
class PathsAgreeTest {
    private static final Map<String, FeatureKind> AS_THEIR_TYPES_SUGGEST = Map.of();
    private static final Map<String, FeatureKind> AS_CATEGORIES = Map.ofEntries(
            Map.entry("tiny", FeatureKind.CATEGORICAL),
            Map.entry("small", FeatureKind.CATEGORICAL),
            Map.entry("whole", FeatureKind.CATEGORICAL),
            Map.entry("large", FeatureKind.CATEGORICAL),
            Map.entry("money", FeatureKind.CATEGORICAL),
            Map.entry("wealth", FeatureKind.CATEGORICAL),
            Map.entry("single", FeatureKind.CATEGORICAL),
            Map.entry("born", FeatureKind.CATEGORICAL),
            Map.entry("seen", FeatureKind.CATEGORICAL),
            Map.entry("seen_ntz", FeatureKind.CATEGORICAL));

    @TempDir
    static Path folder;

    private static SparkSession session;

    @BeforeAll
    static void write() {
        session = EveryType.session();
        Dataset<Row> table = EveryType.table();
        writer(table, "parquet")
                .option("parquet.block.size", 65_536)
                .option("parquet.page.size", 8_192)
                .save(path("dictionaries"));
        writer(table, "parquet")
                .option("parquet.enable.dictionary", "false")
                .option("parquet.block.size", 65_536)
                .save(path("plain"));
        writer(table, "orc").option("orc.stripe.size", 65_536).save(path("orc"));
        writer(table, "delta")
                .option("delta.columnMapping.mode", "name")
                .option("delta.enableDeletionVectors", "false")
                .save(path("delta"));
        writer(table, "delta")
                .option("delta.columnMapping.mode", "name")
                .option("delta.enableDeletionVectors", "true")
                .save(path("deleted"));
        session.sql("DELETE FROM delta.`" + path("deleted") + "` WHERE whole % 5 = 0");
        writer(table, "json").save(path("json"));
        writer(EveryType.flat(), "csv").option("header", "true").save(path("csv"));
    }

    private static DataFrameWriter<Row> writer(Dataset<Row> table, String format) {
        return table.write().format(format);
    }

    private static String path(String name) {
        return folder.resolve(name).toString();
    }

    private static Dataset<Row> table(String name) {
        return switch (name) {
            case "dictionaries", "plain" -> session.read().parquet(path(name));
            case "orc" -> session.read().orc(path(name));
            case "csv" ->
                session.read()
                        .option("header", "true")
                        .schema(EveryType.flat().schema())
                        .csv(path(name));
            case "json" -> session.read().schema(EveryType.table().schema()).json(path(name));
            default -> session.read().format("delta").load(path(name));
        };
    }

    private static Pass pass(String table, String time, List<String> segments, Map<String, FeatureKind> kinds) {
        return new Pass(table(table).drop("applicant_id"), time, segments, kinds);
    }

    static Stream<String> byColumns() {
        return Stream.of("dictionaries", "plain", "orc", "delta");
    }

    static Stream<String> byRows() {
        return Stream.of("deleted", "csv", "json");
    }

    private static void assertAgrees(Pass pass) {
        Map<String, String> rows = pass.byRows(2);
        assertTrue(rows.size() > 100, "there is something to compare");
        assertEquals(rows, pass.byWhicheverPath(3));
    }

    @ParameterizedTest
    @MethodSource("byColumns")
    void everyColumnHasTheSameProfileByColumnsAndByRows(String table) {
        for (Pass pass : List.of(
                pass(table, "day", List.of(), AS_THEIR_TYPES_SUGGEST),
                pass(table, "at", List.of("code*flag", "code"), AS_THEIR_TYPES_SUGGEST),
                pass(table, "at_ntz", List.of("bureau.file.kind", "flag", "code*flag*tiny"), AS_CATEGORIES))) {
            assertTrue(pass.readsColumns(), table + " is read by columns");
            assertAgrees(pass);
        }
    }

    @Test
    void kindsThatTypesDoNotSuggestAgreeToo() {
        Pass doubles = new Pass(
                table("dictionaries").withColumnRenamed("amount", "sum").withColumnRenamed("flag", "yes"),
                "day",
                List.of("tiny", "months.in.job"),
                Map.of("sum", FeatureKind.CATEGORICAL, "yes", FeatureKind.NUMERIC));
        assertTrue(doubles.readsColumns());
        assertAgrees(doubles);
        Pass wide = pass("plain", "day", List.of("tiny"), Map.of("debt", FeatureKind.CATEGORICAL));
        assertFalse(wide.readsColumns(), "decimals of more than 64 bits are no codes");
        assertAgrees(wide);
    }

    @ParameterizedTest
    @MethodSource("byRows")
    void whereSparkGivesNoColumnsRowsAreRead(String table) {
        Pass pass = pass(table, "at", List.of("code", "flag"), AS_THEIR_TYPES_SUGGEST);
        assertFalse(pass.readsColumns(), table + " is read by rows");
        assertAgrees(pass);
    }

    @Test
    void textFormatsComeToTheProfilesOfTheColumns() {
        Dataset<Row> parquet = session.read().parquet(path("dictionaries"));
        List<String> same = List.of("day", "tiny", "whole", "money", "born", "employer", "flag", "amount");
        for (String format : List.of("json", "csv")) {
            Dataset<Row> text = table(format);
            assertEquals(features(parquet, same, format), features(text, same, format), format);
        }
    }

    /** The profiles of some columns, without those that tell of files. */
    private static Map<String, String> features(Dataset<Row> table, List<String> columns, String format) {
        Map<String, String> found = new Pass(
                        table.selectExpr(columns.toArray(new String[0])),
                        "day",
                        List.of("tiny"),
                        AS_THEIR_TYPES_SUGGEST)
                .byWhicheverPath(1);
        found.keySet().removeIf(name -> name.startsWith("table column"));
        assertFalse(found.isEmpty(), format);
        return found;
    }

    @Test
    void whatIsComputedOrFilteredIsReadByRows() {
        Dataset<Row> parquet = table("dictionaries").drop("applicant_id");
        parquet.selectExpr("*", "whole + 1 AS next").createOrReplaceTempView("computed");
        for (Dataset<Row> table : List.of(
                session.table("computed"),
                parquet.where("whole > 10"),
                parquet.withColumn("doubled", parquet.col("whole").multiply(2)))) {
            Pass pass = new Pass(table, "day", List.of(), AS_THEIR_TYPES_SUGGEST);
            assertFalse(pass.readsColumns());
            assertAgrees(pass);
        }
    }

    @Test
    void timesThatAreTextsAreReadByRows() {
        Dataset<Row> table = session.read()
                .parquet(path("plain"))
                .withColumn("said", functions.expr("CAST(day AS STRING)"))
                .drop("applicant_id", "bureau");
        table.write().parquet(path("said"));
        Pass said = new Pass(session.read().parquet(path("said")), "said", List.of("code"), Map.of());
        Pass asDate = new Pass(table.drop("said"), "day", List.of("code"), Map.of());
        assertFalse(said.readsColumns());
        assertTrue(asDate.readsColumns());
        Map<String, String> bySaid = said.byWhicheverPath(2);
        Map<String, String> byDate = asDate.byWhicheverPath(2);
        bySaid.keySet().removeIf(name -> name.startsWith("day ") || name.startsWith("table column"));
        byDate.keySet().removeIf(name -> name.startsWith("table column"));
        assertEquals(byDate, bySaid);
    }

    @Test
    void partitionsAndColumnsThatOlderFilesLackAreReadByColumnsToo() {
        Dataset<Row> parts = EveryType.flat()
                .selectExpr(
                        "trunc(day, 'MM') AS day",
                        "code",
                        "CAST(whole % 3 AS DECIMAL(9,2)) AS step",
                        "CAST(whole % 2 AS DOUBLE) AS half",
                        "amount",
                        "employer",
                        "born");
        String table = path("parts");
        parts.drop("amount", "born").write().partitionBy("day", "step").parquet(table);
        parts.write().mode("append").partitionBy("day", "step").parquet(table);
        Dataset<Row> merged = session.read()
                .option("mergeSchema", "true")
                .schema(parts.schema())
                .parquet(table);
        for (Map<String, FeatureKind> kinds : List.of(
                AS_THEIR_TYPES_SUGGEST, Map.of("step", FeatureKind.CATEGORICAL, "half", FeatureKind.CATEGORICAL))) {
            Pass pass = new Pass(merged, "day", List.of("code", "step"), kinds);
            assertTrue(pass.readsColumns());
            assertAgrees(pass);
        }
    }

    @Test
    void aDeltaTableWithoutMappedNamesIsReadByColumns() {
        EveryType.flat()
                .write()
                .format("delta")
                .option("delta.enableDeletionVectors", "false")
                .save(path("unmapped"));
        Pass pass = pass("unmapped", "day", List.of("code"), AS_THEIR_TYPES_SUGGEST);
        assertTrue(pass.readsColumns());
        assertAgrees(pass);
    }
}
