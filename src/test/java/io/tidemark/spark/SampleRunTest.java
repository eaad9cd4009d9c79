package io.tidemark.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.Said;
import io.tidemark.sample.PlantedShifts;
import io.tidemark.sample.SamplePlan;
import io.tidemark.spark.output.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The committed sample through the whole job: what was planted is found on its date, what never moves is quiet. */
@Tag("spark")
class SampleRunTest {
    private static final List<String> STEADY = PlantedShifts.steadyColumns(SamplePlan.of(24_000, 42));

    @TempDir
    static Path folder;

    private static Output output;
    private static Said said;

    @BeforeAll
    static void run() {
        output = new Output(folder.resolve("tables"));
        said = Said.by(
                "run",
                "--config",
                "data-sample/monitor.yaml",
                "--output",
                output.directory().toString());
        assertEquals(0, said.code(), said.err());
    }

    /** The months in which a feature has at least this severity. */
    private static Set<String> shifted(String feature) {
        return months(output.rows(
                Tables.FEATURE_SHIFTS,
                "SELECT date_format(window.start, 'yyyy-MM') FROM t WHERE severity IN ('MODERATE', 'MAJOR') AND column_name = '"
                        + feature + "'"));
    }

    private static Set<String> incidents(String feature, String kind) {
        return months(output.rows(
                Tables.DATA_INCIDENTS,
                "SELECT date_format(window.start, 'yyyy-MM') FROM t WHERE kind = '" + kind + "' AND column_name = '"
                        + feature + "'"));
    }

    private static Set<String> months(List<Row> rows) {
        return rows.stream().map(row -> row.getString(0)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> from(String first, String last) {
        Set<String> months = new TreeSet<>();
        for (var month = java.time.YearMonth.parse(first);
                !month.isAfter(java.time.YearMonth.parse(last));
                month = month.plusMonths(1)) {
            months.add(month.toString());
        }
        return months;
    }

    @Test
    void theBreakOfTheBureauScoreIsFoundInEveryMonthFromItsDateAndInNoneBefore() {
        assertEquals(from("2024-01", "2024-12"), shifted("bureau_score"));
    }

    @Test
    void theDriftOfUtilisationBeginsQuietlyAndEndsMajor() {
        Set<String> months = shifted("utilisation");
        assertTrue(months.containsAll(from("2024-06", "2024-12")), months.toString());
        assertTrue(from("2023-07", "2023-09").stream().noneMatch(months::contains), months.toString());
        List<Row> last = output.rows(
                Tables.FEATURE_SHIFTS,
                "SELECT severity FROM t WHERE column_name = 'utilisation' AND window.start = '2024-12-01'");
        assertEquals("MAJOR", last.get(0).getString(0));
    }

    @Test
    void theSeasonComesAndGoes() {
        assertEquals(Set.of("2023-11", "2023-12", "2024-11", "2024-12"), shifted("purpose"));
    }

    @Test
    void theNewCategoryIsNamedFromItsDate() {
        assertEquals(from("2023-11", "2024-12"), incidents("document_type", "NEW_CATEGORY"));
        List<Row> named = output.rows(
                Tables.FEATURE_SHIFTS,
                "SELECT DISTINCT new_categories FROM t WHERE column_name = 'document_type' AND size(new_categories) > 0");
        assertEquals(1, named.size());
        assertEquals(List.of("digital_id"), named.get(0).getList(0));
    }

    @Test
    void theMissingnessJumpIsADefectSinceItsDate() {
        assertEquals(from("2024-03", "2024-12"), incidents("employment_months", "MISSING_JUMP"));
        List<Row> since = output.rows(
                Tables.DATA_INCIDENTS,
                "SELECT DISTINCT date_format(since.start, 'yyyy-MM') FROM t WHERE column_name = 'employment_months'");
        assertEquals(Set.of("2024-03"), months(since));
    }

    @Test
    void theUnitChangeIsADefectWhileItLasts() {
        assertEquals(Set.of("2024-05", "2024-06"), incidents("income", "SCALE_CHANGE"));
    }

    @Test
    void featuresThatNeverMoveAreQuiet() {
        List<Row> loud = output
                .rows(
                        Tables.FEATURE_SHIFTS,
                        "SELECT column_name, window.start, severity, population_stability_index FROM t"
                                + " WHERE severity IN ('MODERATE', 'MAJOR')")
                .stream()
                .filter(row -> STEADY.contains(row.getString(0)))
                .toList();
        assertEquals(List.of(), loud);
    }

    @Test
    void steadyFeaturesHaveNoIncidents() {
        List<Row> incidents = output.rows(Tables.DATA_INCIDENTS, "SELECT column_name, sentence FROM t").stream()
                .filter(row -> STEADY.contains(row.getString(0)))
                .toList();
        assertEquals(List.of(), incidents);
    }

    @Test
    void theRecommendationNamesTheDefectAndItsDate() {
        assertTrue(said.out().contains("INVESTIGATE_DATA"), said.out());
        assertTrue(said.out().contains("employment_months is missing"), said.out());
        assertTrue(said.out().contains("(since 2024-03)"), said.out());
        assertTrue(said.out().contains("not looked at"), said.out());
    }

    @Test
    void asOfGoesBackInTimeAndSeesNothingLater() {
        Output then = new Output(folder.resolve("then"));
        Said earlier = Said.by(
                "run",
                "--config",
                "data-sample/monitor.yaml",
                "--as-of",
                "2023-09-30",
                "--output",
                then.directory().toString());
        assertEquals(0, earlier.code(), earlier.err());
        assertTrue(earlier.out().contains("KEEP"), earlier.out());
        assertTrue(earlier.out().contains("rows are later than 2023-09-30"), earlier.out());
        List<Row> newest = then.rows(Tables.FEATURE_SHIFTS, "SELECT max(window.start) FROM t");
        assertEquals(
                "2023-09-01T00:00:00Z",
                newest.get(0).getTimestamp(0).toInstant().toString());
    }

    @Test
    void aRecommendationCanFailTheRun() {
        Said failing = Said.by(
                "run",
                "--config",
                "data-sample/monitor.yaml",
                "--fail-on",
                "INVESTIGATE_DATA",
                "--output",
                folder.resolve("failing").toString());
        assertEquals(3, failing.code(), failing.err());
    }

    @Test
    void aRerunReplacesAndDoesNotDouble() {
        Output twice = new Output(folder.resolve("twice"));
        for (int i = 0; i < 2; i++) {
            Said again = Said.by(
                    "run",
                    "--config",
                    "data-sample/monitor.yaml",
                    "--output",
                    twice.directory().toString());
            assertEquals(0, again.code(), again.err());
        }
        assertEquals(2, twice.table(Tables.RUNS).count());
        assertEquals(
                2,
                twice.rows(Tables.RUNS, "SELECT * FROM t WHERE status = 'COMPLETE'")
                        .size());
        assertEquals(output.made(), twice.made());
        output.made().stream()
                .filter(table -> table != Tables.RUNS)
                .forEach(table -> assertEquals(List.of(), Differences.between(output, twice, table), table.name()));
    }

    /** When the departure began that December 2024 belongs to, its form, and what the references say of it. */
    private static String course(String feature) {
        Row row = output.rows(
                        Tables.FEATURE_SHIFTS,
                        "SELECT concat_ws(' ', date_format(onset_window.start, 'yyyy-MM'), onset_form, pattern) FROM t"
                                + " WHERE window.start = '2024-12-01' AND column_name = '" + feature + "'")
                .get(0);
        return row.getString(0);
    }

    @Test
    void everyPlantedShiftIsDatedAndReadForWhatItIs() {
        assertEquals("2024-01 JUMP BREAK", course("bureau_score"));
        assertEquals("2023-11 JUMP BREAK", course("document_type"));
        assertEquals("2024-03 JUMP BREAK", course("employment_months"));
        assertEquals("2023-10 RAMP DRIFT", course("utilisation"), "planted from 2023-09 on, in small steps");
        assertEquals("2024-02 JUMP STABLE", course("loan_amount"), "negligible over all applicants");
        assertEquals("SPELL", course("income"), "it was in thousands for two months");
        assertEquals("STABLE", course("age"));
    }

    /** Line by line, but for the months that it leaves out. */
    @Test
    void theReadmeShowsWhatIsPrinted() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        String shown = readme.substring(readme.indexOf("## What it prints")).split("```\n?", 3)[1];
        List<String> printed = said.out().lines().map(String::stripTrailing).toList();
        List<String> unknown = shown.lines()
                .filter(line -> !line.equals("  …") && !printed.contains(line))
                .toList();
        assertEquals(List.of(), unknown);
        assertTrue(shown.lines().count() > 40, shown);
    }

    @Test
    void afterItsIncidentsAreAcceptedTheyAreKeptAndNothingIsConcludedFromThem(@TempDir Path other) {
        Output accepting = new Output(other.resolve("tables"));
        Said run = Said.by(
                "run",
                "--config",
                "data-sample/monitor.yaml",
                "--accepted",
                "employment_months=2024-12-31",
                "--output",
                accepting.directory().toString());
        assertEquals(0, run.code(), run.err());
        String counts = "SELECT count(*) FROM t WHERE is_accepted IS NOT DISTINCT FROM ";
        assertEquals(
                output.rows(Tables.DATA_INCIDENTS, "SELECT count(*) FROM t WHERE column_name = 'employment_months'"),
                accepting.rows(Tables.DATA_INCIDENTS, counts + "true"));
        assertEquals(
                output.rows(Tables.DATA_INCIDENTS, "SELECT count(*) FROM t WHERE column_name <> 'employment_months'"),
                accepting.rows(Tables.DATA_INCIDENTS, counts + "false"));
        assertTrue(said.out().contains("--accepted employment_months=2024-12-31"), said.out());
        assertFalse(run.out().contains("INVESTIGATE_DATA"), run.out());
        assertTrue(
                run.out().contains("nothing was concluded from what was looked into and accepted: employment_months"),
                run.out());
    }
}
