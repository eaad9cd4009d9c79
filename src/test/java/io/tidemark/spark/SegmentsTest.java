package io.tidemark.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.Said;
import io.tidemark.cohort.Slice;
import io.tidemark.spark.output.Tables;
import io.tidemark.spark.pass.SliceIds;
import io.tidemark.spark.table.OutputTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Segments through the whole job: they take nothing from what is said of all applicants, and each is as if it were alone. */
@Tag("spark")
@Tag("slow")
class SegmentsTest {
    private static final List<OutputTable<?>> BY_SLICE =
            List.of(Tables.COHORT_PROFILES, Tables.FEATURE_SHIFTS, Tables.BIN_SHIFTS);

    @TempDir
    static Path folder;

    private static Output without;
    private static Output with;

    @BeforeAll
    static void run() {
        without = run("without");
        with = run("with", "--segment", "channel,region");
    }

    private static Said said(String name, String... more) {
        List<String> arguments = new ArrayList<>(List.of("run", "--config", "data-sample/monitor.yaml", "--output"));
        arguments.add(folder.resolve(name).toString());
        arguments.addAll(Arrays.asList(more));
        return Said.by(arguments.toArray(new String[0]));
    }

    private static Output run(String name, String... more) {
        Said said = said(name, more);
        assertEquals(0, said.code(), said.err());
        return new Output(folder.resolve(name));
    }

    private static List<String> sorted(Dataset<Row> rows) {
        return rows.drop("run_id").toJSON().collectAsList().stream().sorted().toList();
    }

    private static Dataset<Row> applicants() {
        return Output.session()
                .read()
                .option("header", "true")
                .option("inferSchema", "true")
                .csv("data-sample/applicants.csv.gz");
    }

    @Test
    void whatIsSaidOfAllApplicantsIsTheSameWithSegmentsAndWithout() {
        for (OutputTable<?> table : BY_SLICE) {
            List<String> all = sorted(with.table(table).where("slice_key IS NULL"));
            assertFalse(all.isEmpty(), table.name());
            assertEquals(sorted(without.table(table).where("slice_key IS NULL")), all, table.name());
        }
        for (OutputTable<?> table : List.of(Tables.BINS, Tables.DATA_INCIDENTS, Tables.RECOMMENDATIONS)) {
            assertEquals(List.of(), Differences.between(without, with, table), table.name());
        }
    }

    @Test
    void everySegmentHasItsValuesAndItsRows() {
        for (String segment : List.of("channel", "region")) {
            Map<String, Long> expected = applicants()
                    .groupBy(functions.coalesce(functions.col(segment), functions.lit(Slice.MISSING)))
                    .count()
                    .collectAsList()
                    .stream()
                    .collect(Collectors.toMap(row -> row.getString(0), row -> row.getLong(1)));
            Map<String, Long> found = with
                    .rows(
                            Tables.COHORT_PROFILES,
                            "SELECT slice_value, sum(count) FROM t WHERE log_type = 'INPUT' AND column_name = 'age'"
                                    + " AND slice_key = '" + segment + "' GROUP BY slice_value")
                    .stream()
                    .collect(Collectors.toMap(row -> row.getString(0), row -> row.getLong(1)));
            assertEquals(expected, found);
        }
    }

    @Test
    void crossedSegmentsHaveTheRowsOfTheirPairsAndAddUpToo() {
        Output crossed =
                run("crossed", "--segment", "channel*region,region", "--features", "channel,region,age,income");
        Map<String, Long> expected = applicants()
                .groupBy(functions.concat_ws(
                        "*",
                        functions.coalesce(functions.col("channel"), functions.lit(Slice.MISSING)),
                        functions.coalesce(functions.col("region"), functions.lit(Slice.MISSING))))
                .count()
                .collectAsList()
                .stream()
                .collect(Collectors.toMap(row -> row.getString(0), row -> row.getLong(1)));
        Map<String, Long> found = crossed
                .rows(
                        Tables.COHORT_PROFILES,
                        "SELECT slice_value, sum(count) FROM t WHERE log_type = 'INPUT' AND column_name = 'age'"
                                + " AND slice_key = 'channel*region' GROUP BY slice_value")
                .stream()
                .collect(Collectors.toMap(row -> row.getString(0), row -> row.getLong(1)));
        assertEquals(expected, found);
        assertEquals(
                List.of(),
                crossed.rows(
                        Tables.FEATURE_SHIFTS,
                        "SELECT column_name, slice_key, sum(slice_share), sum(mix_shift + within_shift), max(total_shift)"
                                + " FROM t WHERE slice_key IS NOT NULL GROUP BY window, column_name, slice_key"
                                + " HAVING sum(mix_shift + within_shift) - max(total_shift) > 1e-9"));
        String all = "SELECT log_type, window.start, column_name, hex(profile) FROM t WHERE slice_key IS NULL"
                + " AND column_name IN ('channel', 'region', 'age', 'income') ORDER BY 1, 2, 3";
        assertEquals(without.rows(Tables.COHORT_PROFILES, all), crossed.rows(Tables.COHORT_PROFILES, all));
    }

    @Test
    void aSegmentIsProfiledAsIfItWereAlone() {
        Path brokers = folder.resolve("brokers.parquet");
        applicants().where("channel = 'broker'").write().parquet(brokers.toString());
        Output alone = run("alone", "--input", brokers.toString(), "--format", "parquet");
        String profiles = "SELECT log_type, window.start, column_name, hex(profile) FROM t WHERE %s"
                + " AND column_name != 'channel' ORDER BY 1, 2, 3";
        List<Row> ofAll = alone.rows(Tables.COHORT_PROFILES, profiles.formatted("slice_key IS NULL"));
        assertFalse(ofAll.isEmpty());
        assertEquals(
                ofAll,
                with.rows(
                        Tables.COHORT_PROFILES,
                        profiles.formatted("slice_key = 'channel' AND slice_value = 'broker'")));
    }

    @Test
    void whoHasNoValueIsASegmentOfItsOwn() {
        Path some = folder.resolve("some.parquet");
        applicants()
                .withColumn("branch", functions.expr("if(age % 3 = 0, NULL, concat('b', age % 3))"))
                .write()
                .parquet(some.toString());
        Output output = run("branches", "--input", some.toString(), "--format", "parquet", "--segment", "branch");
        List<Row> rows = output.rows(
                Tables.COHORT_PROFILES,
                "SELECT slice_value, sum(count) FROM t WHERE log_type = 'INPUT' AND column_name = 'income'"
                        + " AND slice_key = 'branch' GROUP BY slice_value ORDER BY 1");
        assertEquals(
                List.of(Slice.MISSING, "b1", "b2"),
                rows.stream().map(row -> row.getString(0)).toList());
        assertEquals(
                applicants().where("age % 3 = 0 OR age IS NULL").count(),
                rows.get(0).getLong(1));
    }

    @Test
    void aSegmentWithAValueForEachApplicantIsAMistake() {
        Path codes = folder.resolve("codes.parquet");
        applicants().withColumn("code", functions.col("application_id")).write().parquet(codes.toString());
        Said said = said("never", "--input", codes.toString(), "--format", "parquet", "--segment", "channel,code");
        assertEquals(2, said.code(), said.err());
        assertTrue(said.err().contains("--segment 'code' has more than 200 different values"), said.err());
        assertFalse(said.err().contains("'channel' has"), said.err());
        assertFalse(said.err().contains(SliceIds.OTHERS), said.err());
        assertTrue(new Output(folder.resolve("never")).isUntouched());
    }

    @Test
    void asManyValuesAsAreToldApartAreSegmentsEvenWhereSomeHaveNone() {
        Path most = folder.resolve("most.parquet");
        applicants()
                .withColumn("branch", functions.expr("if(age = 40, NULL, pmod(xxhash64(application_id), 200))"))
                .repartition(3)
                .write()
                .parquet(most.toString());
        Output output = run(
                "most",
                "--input",
                most.toString(),
                "--format",
                "parquet",
                "--segment",
                "branch",
                "--features",
                "income");
        assertEquals(
                201,
                output.rows(Tables.COHORT_PROFILES, "SELECT DISTINCT slice_value FROM t WHERE slice_key = 'branch'")
                        .size());
        Path more = folder.resolve("more.parquet");
        applicants()
                .withColumn("branch", functions.expr("pmod(xxhash64(application_id), 201)"))
                .repartition(3)
                .write()
                .parquet(more.toString());
        Said said = said("many", "--input", more.toString(), "--format", "parquet", "--segment", "branch");
        assertEquals(2, said.code(), said.err());
        assertTrue(new Output(folder.resolve("many")).isUntouched());
    }

    @Test
    void partsOfTheSlicesAddUpToTheTotalAndItsSharesToOne() {
        List<Row> off = with.rows(
                Tables.FEATURE_SHIFTS,
                "SELECT column_name, slice_key, sum(mix_shift + within_shift) - max(total_shift), sum(slice_share) FROM t"
                        + " WHERE slice_key IS NOT NULL GROUP BY window, column_name, slice_key"
                        + " HAVING abs(sum(mix_shift + within_shift) - max(total_shift)) > 1e-9"
                        + " OR abs(sum(slice_share) - 1) > 1e-9 OR min(total_shift) <> max(total_shift)");
        assertEquals(List.of(), off);
        assertEquals(
                0,
                with.rows(Tables.FEATURE_SHIFTS, "SELECT 1 FROM t WHERE slice_key IS NULL AND total_shift IS NOT NULL")
                        .size());
    }

    @Test
    void theSliceThatCarriesAShiftIsNamed() {
        String input = folder.resolve("moved").toString();
        Output.session()
                .range(8_000)
                .selectExpr(
                        "make_date(2024, 1 + CAST(id % 2 AS INT), 1 + CAST(id % 25 AS INT)) AS day",
                        "IF(id % 8 < 2, 'broker', 'branch') AS channel",
                        "(id * 37) % 1000 + IF(id % 2 = 1 AND id % 8 < 2, 600, 0) AS amount")
                .write()
                .parquet(input);
        Said said = Said.by(
                "run",
                "--input=" + input,
                "--format=parquet",
                "--time=day",
                "--reference=2024-01-01..2024-01-31",
                "--segment=channel",
                "--output=" + folder.resolve("named"));
        assertEquals(0, said.code(), said.err());
        String summary = said.out().replaceAll("\\s+", " ");
        assertTrue(summary.contains("1 of 2 features shifted in 2024-02, most of them by channel=broker"), said.out());
        assertTrue(summary.contains("of it is within channel=broker, which has 25 % of applicants"), said.out());
    }
}
