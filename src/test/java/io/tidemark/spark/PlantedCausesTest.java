package io.tidemark.spark;

import static org.apache.spark.sql.functions.expr;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.Said;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Histories of one story each through the whole job: every cause is told from the others by its outcomes. Three years by quarters, of which the
 * last four have no outcomes yet; what is planted begins after the first year, but for {@code renter_behaviour}, which begins in the fourth quarter.
 */
@Tag("spark")
class PlantedCausesTest {
    private static final String REFERENCE = "2023-01-01..2023-06-30";
    private static final String YEAR_WITH_OUTCOMES = "window.start >= '2024-01-01' AND window.start < '2025-01-01'";
    private static final String ALL = "slice_key IS NULL";
    private static final String NEWEST_QUARTER = "window.start = '2025-10-01' AND slice_key IS NULL";
    /** Five standard errors: more than one in many millions by chance. */
    private static final double CLEAR = 5;

    @TempDir
    static Path folder;

    /** A story's tables as of the end, and what was printed. */
    private record Told(Output output, String summary) {
        List<Row> rows(OutputTable<?> table, String columns, String where) {
            return output.rows(table, "SELECT " + columns + " FROM t WHERE " + where + " ORDER BY window.start");
        }

        List<Row> effects(String feature) {
            return rows(
                    Tables.FEATURE_SHIFTS,
                    "mix_effect, mix_effect_se, rate_effect, rate_effect_se, rate_pvalue, severity",
                    YEAR_WITH_OUTCOMES + " AND column_name = '" + feature + "' AND " + ALL);
        }

        List<Row> performances(String columns) {
            return rows(Tables.MODEL_PERFORMANCE, columns, YEAR_WITH_OUTCOMES + " AND " + ALL);
        }

        /** The mean AUC of the year with outcomes, less that of the quarters before the story. */
        double aucChange(String begin) {
            return mean("window.start >= '" + begin + "' AND maturity = 'MATURE'")
                    - mean("window.start < '" + begin + "'");
        }

        private double mean(String where) {
            return output.rows(Tables.MODEL_PERFORMANCE, "SELECT avg(auc) FROM t WHERE " + where + " AND " + ALL)
                    .get(0)
                    .getDouble(0);
        }
    }

    private static Told newcomers;
    private static Told newcomersEarlier;
    private static Told burdened;
    private static Told burdenedEarlier;
    private static Told renters;
    private static Told worseTimes;
    private static Told thousands;

    @BeforeAll
    static void run() {
        newcomers = told("new_clientele", "2025-12-31");
        newcomersEarlier = told("new_clientele", "2024-12-31", "--together", "logistic");
        burdened = told("behaviour_break", "2025-12-31");
        burdenedEarlier = told("behaviour_break", "2024-12-31");
        renters = told("renter_behaviour", "2025-12-31", "--protected", "housing", "--cutoff", "pd_score=0.04");
        worseTimes = told("base_rate", "2025-12-31");
        thousands = told("income_unmended", "2025-12-31");
    }

    private static Told told(String story, String asOf, String... more) {
        Path sample = folder.resolve(story);
        if (!sample.toFile().exists()) {
            Said made = Said.by(
                    "sample",
                    "--shifts",
                    story,
                    "--rows",
                    "72000",
                    "--months",
                    "36",
                    "--format",
                    "parquet",
                    "--output",
                    sample.toString());
            assertEquals(0, made.code(), made.err());
        }
        Output output = new Output(folder.resolve(story + "-" + asOf));
        List<String> run = new ArrayList<>(List.of(
                "run",
                "--input",
                sample.resolve("applicants").toString(),
                "--format",
                "parquet",
                "--time",
                "application_date",
                "--cohort",
                "quarter",
                "--reference",
                REFERENCE,
                "--entity",
                "application_id",
                "--special",
                "bureau_score=-999,-998",
                "--label",
                "defaulted",
                "--maturity",
                "12m",
                "--score",
                "pd_score:champion",
                "--as-of",
                asOf,
                "--output",
                output.directory().toString()));
        run.addAll(List.of(more));
        Said said = Said.by(run.toArray(String[]::new));
        assertEquals(0, said.code(), said.err());
        return new Told(output, said.out().replaceAll("\\s+", " "));
    }

    @Test
    void otherApplicantsAreMixAndNotRateAndTheScoreStillRanks() {
        for (Row score : newcomers.effects("pd_score")) {
            assertTrue(score.getDouble(0) > CLEAR * score.getDouble(1), () -> "no mix effect: " + score);
            assertTrue(Math.abs(score.getDouble(2)) < 2 * score.getDouble(3), () -> "a rate effect: " + score);
        }
        for (Row utilisation : newcomers.effects("utilisation")) {
            assertTrue(utilisation.getDouble(0) > 4 * CLEAR * utilisation.getDouble(1));
            assertEquals("MAJOR", utilisation.getString(5));
        }
        assertTrue(newcomers.aucChange("2024-01-01") > -0.02);
        newcomers
                .performances("calibration_intercept, calibration_intercept_se")
                .forEach(level -> assertTrue(Math.abs(level.getDouble(0)) < 2 * level.getDouble(1)));
    }

    @Test
    void applicantsWhoTurnOutWorseAreRateAndNotMix() {
        for (String feature : List.of("pd_score", "housing", "bureau_score")) {
            for (Row effect : renters.effects(feature)) {
                assertTrue(Math.abs(effect.getDouble(0)) < 3 * effect.getDouble(1) + 1e-4, () -> "mix: " + effect);
                assertTrue(effect.getDouble(2) > CLEAR * effect.getDouble(3), () -> "no rate effect: " + effect);
                assertTrue(effect.getDouble(4) < 1e-6);
                assertEquals(false, List.of("MODERATE", "MAJOR").contains(effect.getString(5)));
            }
        }
        assertTrue(renters.aucChange("2023-10-01") < -0.04);
        assertTrue(renters.summary().contains("to the same applicants behaving otherwise"), renters.summary());
    }

    /** As many default as before, so that better and worse applicants cancel out in the rate effect; within the bins they do not. */
    @Test
    void aChangeThatLeavesTheLevelIsSeenInTheRankingAndWithinTheBins() {
        assertTrue(burdened.aucChange("2024-01-01") < -0.03);
        for (Row effect : burdened.effects("bureau_score")) {
            assertTrue(Math.abs(effect.getDouble(2)) < 3 * effect.getDouble(3), () -> "a rate effect: " + effect);
            assertTrue(effect.getDouble(4) < 0.01, () -> "as before within the bins: " + effect);
        }
    }

    @Test
    void whatAFeatureTellsAndWhatItsShiftDoesToAScorecardFollowFromItsBins() {
        Map<String, Double> woe = new HashMap<>();
        double goods = 0;
        double bads = 0;
        List<Row> bins = newcomers
                .output()
                .rows(
                        Tables.BINS,
                        "SELECT bin, reference_count, reference_bad_rate, woe FROM t WHERE column_name = 'utilisation'");
        for (Row bin : bins) {
            double bad = bin.getLong(1) == 0 ? 0 : bin.getDouble(2) * bin.getLong(1);
            goods += bin.getLong(1) - bad;
            bads += bad;
            woe.put(bin.getString(0), bin.getDouble(3));
        }
        double information = 0;
        for (Row bin : bins) {
            double bad = bin.getLong(1) == 0 ? 0 : bin.getDouble(2) * bin.getLong(1);
            double good = (bin.getLong(1) - bad + 0.5) / (goods + 0.5 * bins.size());
            double share = (bad + 0.5) / (bads + 0.5 * bins.size());
            assertEquals(Math.log(good / share), bin.getDouble(3), 1e-9);
            information += (good - share) * Math.log(good / share);
        }
        double effect = newcomers
                .output()
                .rows(
                        Tables.BIN_SHIFTS,
                        "SELECT bin, share - reference_share FROM t WHERE column_name = 'utilisation' AND "
                                + NEWEST_QUARTER)
                .stream()
                .mapToDouble(bin -> -woe.get(bin.getString(0)) * bin.getDouble(1))
                .sum();
        Row found = newcomers
                .rows(
                        Tables.FEATURE_SHIFTS,
                        "information_value, score_effect",
                        "column_name = 'utilisation' AND " + NEWEST_QUARTER)
                .get(0);
        assertEquals(information, found.getDouble(0), 1e-9);
        assertEquals(effect, found.getDouble(1), 1e-9);
        assertTrue(effect > 0.1, "riskier applicants came");
    }

    @Test
    void theFeaturesOfACohortShareAllImportanceAndTheMostImportantIsNamedFirst() {
        List<Row> features = newcomers
                .output()
                .rows(
                        Tables.FEATURE_SHIFTS,
                        "SELECT column_name, importance FROM t WHERE importance IS NOT NULL AND " + NEWEST_QUARTER
                                + " ORDER BY importance DESC");
        assertEquals(1, features.stream().mapToDouble(row -> row.getDouble(1)).sum(), 1e-9);
        assertEquals(30, features.size());
        assertEquals("bureau_score", features.get(0).getString(0));
        String moved = newcomers.summary();
        assertTrue(moved.indexOf("utilisation shifted") < moved.indexOf("channel shifted"), moved);
    }

    @Test
    void approvalsOfProtectedValuesAreHeldAgainstThoseWhoAreApprovedMost() {
        Dataset<Row> applicants = Output.session()
                .read()
                .parquet(folder.resolve("renter_behaviour/applicants").toString());
        Map<String, long[]> counted = new HashMap<>();
        applicants
                .where("application_date >= '2024-10-01' AND application_date < '2025-01-01'")
                .groupBy("housing")
                .agg(expr("count(pd_score)"), expr("count_if(pd_score <= 0.04)"))
                .collectAsList()
                .forEach(row -> counted.put(row.getString(0), new long[] {row.getLong(1), row.getLong(2)}));
        List<Row> found = renters.rows(
                Tables.MODEL_PERFORMANCE,
                "slice_value, approval_rate, approval_rate_ratio, approval_rate_ratio_low, approval_rate_ratio_high,"
                        + " approval_rate_ratio_to, approval_rate_ratio_delta, approval_rate_ratio_delta_se",
                "window.start = '2024-10-01' AND slice_key = 'housing'");
        assertEquals(
                counted.keySet(), found.stream().map(row -> row.getString(0)).collect(Collectors.toSet()));
        for (Row row : found) {
            long[] these = counted.get(row.getString(0));
            long[] most = counted.get(row.getString(5));
            double ratio = (double) these[1] / these[0] / ((double) most[1] / most[0]);
            assertEquals((double) these[1] / these[0], row.getDouble(1), 1e-12);
            assertEquals(ratio, row.getDouble(2), 1e-12);
            assertTrue(row.getDouble(3) <= ratio && row.getDouble(4) >= ratio);
            assertTrue(Math.abs(row.getDouble(6)) <= 4 * row.getDouble(7), () -> "approvals have not moved: " + row);
        }
        assertTrue(
                renters.summary().contains("pd_score approves housing=rent 0."),
                "renters are riskier by the score: " + renters.summary());
    }

    /** What is planted makes those who rent default more often, and nobody else. */
    @Test
    void theSliceThatTurnsOutOtherwiseIsTheOneWhoseFiguresMoved() {
        Map<String, Double> moved = new HashMap<>();
        renters.rows(
                        Tables.MODEL_PERFORMANCE,
                        "slice_value, calibration_intercept_delta / calibration_intercept_delta_se",
                        "window.start = '2024-10-01' AND slice_key = 'housing'")
                .forEach(row -> moved.put(row.getString(0), row.getDouble(1)));
        moved.forEach((housing, errors) ->
                assertEquals(housing.equals("rent"), errors > CLEAR, () -> "by standard errors: " + moved));
        Row all = renters.rows(
                        Tables.MODEL_PERFORMANCE, "auc_delta, auc_delta_se", "window.start = '2024-10-01' AND " + ALL)
                .get(0);
        assertTrue(all.getDouble(0) < -2 * all.getDouble(1), all::toString);
        renters.rows(Tables.MODEL_PERFORMANCE, "auc_delta", "window.start < '2023-07-01' AND " + ALL)
                .forEach(row -> assertTrue(row.isNullAt(0), "the reference is not held against itself"));
    }

    @Test
    void anotherLevelIsAnInterceptAndTheScoreStillRanks() {
        for (Row level : worseTimes.performances("calibration_intercept, calibration_intercept_se")) {
            assertEquals(0.85, level.getDouble(0), 0.15);
            assertTrue(level.getDouble(0) > CLEAR * level.getDouble(1));
        }
        assertTrue(worseTimes.aucChange("2024-01-01") > -0.02);
        assertTrue(worseTimes.summary().contains("RECALIBRATE"), worseTimes.summary());
    }

    @Test
    void anotherUnitIsAFaultOfTheData() {
        List<Row> incidents =
                thousands.rows(Tables.DATA_INCIDENTS, "kind, column_name", "window.start >= '2024-01-01'");
        assertEquals(8, incidents.size());
        incidents.forEach(incident -> assertEquals("[SCALE_CHANGE,income]", incident.toString()));
        assertTrue(thousands.summary().contains("INVESTIGATE_DATA"), thousands.summary());
        assertTrue(thousands.summary().contains("this looks like a fault of the data"), thousands.summary());
    }

    private static final String ESTIMATES = "estimated_auc_low, estimated_auc_high, estimated_bad_rate_low,"
            + " estimated_bad_rate_high, estimate_warning";

    @Test
    void estimatesHoldWhereOnlyTheApplicantsAreOthers() {
        List<Row> before = newcomersEarlier.performances(ESTIMATES);
        List<Row> came = newcomers.performances("auc, observed_rate");
        assertEquals(4, before.size());
        for (int i = 0; i < before.size(); i++) {
            String quarter = before.get(i) + ", and it was " + came.get(i);
            assertTrue(isWithin(before.get(i), 0, came.get(i).getDouble(0)), quarter);
            assertTrue(isWithin(before.get(i), 2, came.get(i).getDouble(1)), quarter);
            assertTrue(before.get(i).isNullAt(4), quarter);
        }
        newcomers
                .rows(Tables.MODEL_PERFORMANCE, "estimate_warning", "maturity = 'IMMATURE' AND " + ALL)
                .forEach(row -> assertTrue(row.isNullAt(0), row::toString));
        assertFalse(newcomers.summary().contains("is not to be relied on"), newcomers.summary());
    }

    /** By utilisation alone the rate would rise by 2.5 points; it is all features together that tell. A run studies three cohorts. */
    @Test
    void applicantsOfTheReferenceWeighedLikeTheNewOnesTurnOutLikeThem() {
        List<Row> before = newcomersEarlier.performances("reweighted_bad_rate, reweighted_bad_rate_se, reweighted_auc,"
                + " sqrt(reweighted_auc_variance), effective_size, reweighted_labelled");
        List<Row> came = newcomers.performances(
                "observed_rate, (observed_rate_high - observed_rate_low) / 3.92, auc, (auc_high - auc_low) / 3.92");
        assertTrue(before.get(0).isNullAt(0));
        for (int i = 1; i < before.size(); i++) {
            Row estimate = before.get(i);
            Row truth = came.get(i);
            String quarter = estimate + ", and it was " + truth;
            assertEquals(
                    truth.getDouble(0),
                    estimate.getDouble(0),
                    3 * Math.hypot(truth.getDouble(1), estimate.getDouble(1)),
                    quarter);
            assertEquals(
                    truth.getDouble(2),
                    estimate.getDouble(2),
                    3 * Math.hypot(truth.getDouble(3), estimate.getDouble(3)),
                    quarter);
            assertTrue(estimate.getDouble(4) < estimate.getLong(5), quarter);
        }
    }

    private static boolean isWithin(Row interval, int from, double value) {
        return value >= interval.getDouble(from) && value <= interval.getDouble(from + 1);
    }

    /** Nothing in the scores tells that applicants behave otherwise: what is stated is the assumption, until outcomes contradict it. */
    @Test
    void estimatesFailWhereApplicantsBehaveOtherwiseAndSayItOnceOutcomesDo() {
        List<Row> before = burdenedEarlier.performances(ESTIMATES);
        List<Row> came = burdened.performances("auc");
        long missed = 0;
        for (int i = 0; i < before.size(); i++) {
            assertTrue(before.get(i).isNullAt(4), "no outcome of the break is known yet");
            missed += isWithin(before.get(i), 0, came.get(i).getDouble(0)) ? 0 : 1;
        }
        assertTrue(missed >= 3, before + ", and it was " + came);
        String comment = burdened.output()
                .table(Tables.MODEL_PERFORMANCE)
                .schema()
                .apply("estimated_auc")
                .getComment()
                .get();
        assertTrue(comment.contains("what becomes of them not"), comment);

        List<Row> warned =
                burdened.rows(Tables.MODEL_PERFORMANCE, "estimate_warning", "maturity = 'IMMATURE' AND " + ALL);
        assertEquals(4, warned.size());
        for (Row row : warned) {
            assertTrue(row.getString(0).startsWith("in 2024Q4, the newest cohort whose outcomes are known"));
            assertTrue(row.getString(0).matches(".* AUC 0\\.\\d+ \\(.*\\), and it was 0\\.\\d+.*"), row::toString);
        }
        assertTrue(burdened.summary().contains("is not to be relied on: in 2024Q4"), burdened.summary());
        assertTrue(worseTimes.summary().contains("is not to be relied on: in 2024Q4"), worseTimes.summary());
    }
}
