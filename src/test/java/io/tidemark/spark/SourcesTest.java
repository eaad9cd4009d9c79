package io.tidemark.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.Said;
import io.tidemark.spark.output.Tables;
import io.tidemark.spark.table.OutputTable;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same applicants from every kind of source, with columns of every type. */
@Tag("spark")
class SourcesTest {
    private static final String EVERY_TYPE = "SELECT id AS applicant_id,"
            + " date_add(DATE '2024-01-01', CAST(id % 90 AS INT)) AS day,"
            + " CAST(id % 7 AS BYTE) AS a_byte, CAST(id % 11 AS SHORT) AS a_short, CAST(id % 13 AS INT) AS an_int,"
            + " CAST(id % 17 AS BIGINT) AS a_long, CAST(id % 19 AS FLOAT) AS a_float, id / 3.0D AS a_double,"
            + " CAST(id AS DECIMAL(38, 18)) / 7 AS a_decimal, id % 3 = 0 AS a_boolean,"
            + " CASE WHEN id % 5 = 0 THEN NULL ELSE concat('k', id % 4) END AS a_text,"
            + " date_sub(DATE '2020-01-01', CAST(id % 400 AS INT)) AS a_date,"
            + " TIMESTAMP '2020-01-01 10:00:00' AS a_timestamp,"
            + " CAST(id % 2 AS INT) AS bad FROM range(900)";

    private static final String NESTED = "SELECT *, array(an_int) AS an_array, map('k', an_int) AS a_map,"
            + " named_struct('f', an_int) AS a_struct, CAST('x' AS BINARY) AS a_binary,"
            + " concat('id-', applicant_id) AS reference_text FROM every_type";

    @TempDir
    static Path folder;

    private static Dataset<Row> applicants;

    @BeforeAll
    static void make() {
        SparkSession session = Output.session();
        applicants = session.sql(EVERY_TYPE).coalesce(1);
        applicants.createOrReplaceTempView("every_type");
    }

    private static Output run(String name, String... source) {
        Output output = new Output(folder.resolve("out-" + name));
        List<String> arguments = new ArrayList<>(List.of("run", "--monitor", "m", "--time", "day", "--label", "bad"));
        arguments.addAll(List.of(
                "--reference",
                "2024-01-01..2024-01-31",
                "--output",
                output.directory().toString()));
        arguments.addAll(List.of(source));
        Said said = Said.by(arguments.toArray(new String[0]));
        assertEquals(0, said.code(), said.err());
        return output;
    }

    private static String path(String name) {
        return folder.resolve(name).toString();
    }

    private static void assertSame(Output one, Output other) {
        for (OutputTable<?> table : List.of(Tables.BINS, Tables.BIN_SHIFTS, Tables.DATA_INCIDENTS)) {
            assertEquals(List.of(), Differences.between(one, other, table), table.name());
        }
    }

    @Test
    void everyFileFormatAndTheCatalogGiveTheSameShifts() {
        applicants.write().parquet(path("parquet"));
        applicants.write().orc(path("orc"));
        applicants.write().format("delta").save(path("delta"));
        applicants.write().saveAsTable("tidemark_sources_test");
        Output parquet = run("parquet", "--format", "parquet", "--input", path("parquet"));
        assertSame(parquet, run("orc", "--format", "orc", "--input", path("orc")));
        assertSame(parquet, run("delta", "--format", "delta", "--input", path("delta")));
        assertSame(parquet, run("table", "--format", "table", "--input", "tidemark_sources_test"));
        applicants.sparkSession().sql("DROP TABLE tidemark_sources_test");
    }

    @Test
    void textFormatsAreTyped() {
        applicants.write().option("header", "true").csv(path("csv"));
        applicants.write().json(path("json"));
        Output csv = run("csv", "--format", "csv", "--input", path("csv"));
        Output json = run("json", "--format", "json", "--input", path("json"), "--kind", "a_date=date");
        List<Row> types = csv.rows(
                Tables.COHORT_PROFILES,
                "SELECT DISTINCT column_name, data_type FROM t WHERE column_name IN ('a_boolean', 'a_date', 'a_double', 'an_int', 'a_text')"
                        + " ORDER BY column_name");
        assertEquals(
                List.of("boolean", "date", "double", "string", "int"),
                types.stream().map(row -> row.getString(1)).toList());
        assertEquals(
                0,
                json.rows(Tables.DATA_INCIDENTS, "SELECT * FROM t WHERE kind = 'TYPE_CHANGE'")
                        .size());
    }

    @Test
    void deltaIsReadAtAVersionOrATime() {
        String table = path("versions");
        applicants.write().format("delta").save(table);
        applicants.limit(10).write().format("delta").mode("overwrite").save(table);
        Output first = run("v0", "--format", "delta", "--input", table, "--option", "versionAsOf=0");
        assertEquals(
                900L, first.rows(Tables.RUNS, "SELECT rows_read FROM t").get(0).getLong(0));
        assertEquals(
                "versionAsOf 0",
                first.rows(Tables.RUNS, "SELECT source_identity FROM t").get(0).getString(0));
    }

    @Test
    void aDatabaseIsReadByJdbcAndItsPasswordIsNotStored() throws SQLException {
        String url = "jdbc:h2:mem:lender;DB_CLOSE_DELAY=-1";
        try (Connection connection = DriverManager.getConnection(url, "sa", "hush");
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "CREATE TABLE applicants AS SELECT x AS n, DATEADD('DAY', MOD(x, 90), DATE '2024-01-01') AS \"day\","
                            + " MOD(x, 2) AS \"bad\", MOD(x, 5) AS score_band FROM SYSTEM_RANGE(1, 900)");
        }
        Output output = run(
                "jdbc",
                "--format",
                "jdbc",
                "--input",
                "applicants",
                "--option",
                "url=" + url,
                "--option",
                "user=sa",
                "--option",
                "password=hush");
        assertEquals(
                900L, output.rows(Tables.RUNS, "SELECT rows_read FROM t").get(0).getLong(0));
        String config = output.rows(Tables.RUNS, "SELECT config FROM t").get(0).getString(0);
        assertFalse(config.contains("hush"), config);
    }

    @Test
    void typesOfWhichNoFeatureIsMadeAndIdentifiersAreLeftOutByName() {
        applicants.sparkSession().sql(NESTED).coalesce(1).write().parquet(path("nested"));
        Output output = run("nested", "--format", "parquet", "--input", path("nested"));
        String leftOut = output.rows(Tables.RUNS, "SELECT to_json(columns_left_out) FROM t")
                .get(0)
                .getString(0);
        for (String reason : List.of(
                "\"an_array\":\"it is of type array<int>, of which Tidemark makes no feature\"",
                "\"a_map\":\"it is of type map<string,int>, of which Tidemark makes no feature\"",
                "\"a_binary\":\"it is of type binary, of which Tidemark makes no feature\"",
                "\"reference_text\":\"it is an identifier",
                "\"applicant_id\":\"it is named like an identifier\"")) {
            assertTrue(leftOut.contains(reason), leftOut);
        }
        assertFalse(leftOut.contains("a_struct"), "fields of structs are features: " + leftOut);
    }

    @Test
    void typesOfWhichNoFeatureIsMadeAreRefusedWhereTheyAreAskedFor() {
        applicants.sparkSession().sql(NESTED).coalesce(1).write().parquet(path("asked"));
        List<String> arguments = List.of(
                "--input",
                path("asked"),
                "--format",
                "parquet",
                "--time",
                "day",
                "--reference",
                "2024-01-01..2024-01-31",
                "--output",
                path("never"));
        List<String> run = new ArrayList<>(List.of("run", "--features", "an_array,an_int,a_map,a_binary"));
        run.addAll(arguments);
        Said said = Said.by(run.toArray(new String[0]));
        assertEquals(2, said.code(), said.err());
        for (String column : List.of("an_array", "a_map", "a_binary")) {
            assertTrue(said.err().contains("'" + column + "' cannot be a feature"), said.err());
        }
        assertTrue(said.err().contains("it is of type array<int>"), said.err());
        assertFalse(said.err().contains("an_int'"), said.err());
        List<String> bySegment = new ArrayList<>(List.of("run", "--segment", "a_map"));
        bySegment.addAll(arguments);
        Said refused = Said.by(bySegment.toArray(new String[0]));
        assertEquals(2, refused.code(), refused.err());
        assertTrue(refused.err().contains("--segment 'a_map' is of type map<string,int>"), refused.err());
        assertTrue(new Output(folder.resolve("never")).isUntouched());
    }

    @Test
    void anotherTableIsTheReference() {
        applicants.where("day < DATE '2024-02-01'").write().parquet(path("reference"));
        applicants.where("day >= DATE '2024-02-01'").write().parquet(path("later"));
        applicants.write().parquet(path("whole"));
        Output byTable = new Output(folder.resolve("out-by-table"));
        Said said = Said.by(
                "run",
                "--monitor",
                "m",
                "--input",
                path("later"),
                "--format",
                "parquet",
                "--time",
                "day",
                "--label",
                "bad",
                "--reference",
                "table:" + path("reference"),
                "--output",
                byTable.directory().toString());
        assertEquals(0, said.code(), said.err());
        Output byWindow = run("by-window", "--format", "parquet", "--input", path("whole"));
        String figures = "SELECT column_name, window.start, population_stability_index, severity FROM t ORDER BY 1, 2";
        assertEquals(byWindow.rows(Tables.FEATURE_SHIFTS, figures), byTable.rows(Tables.FEATURE_SHIFTS, figures));
        assertEquals(
                "TABLE",
                byTable.rows(Tables.FEATURE_SHIFTS, "SELECT DISTINCT drift_type FROM t")
                        .get(0)
                        .getString(0));
    }
}
