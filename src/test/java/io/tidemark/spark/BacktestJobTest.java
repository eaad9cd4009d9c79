package io.tidemark.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.Said;
import io.tidemark.backtest.Policies;
import io.tidemark.cohort.Cohort;
import io.tidemark.cohort.Granularity;
import io.tidemark.model.LogisticRecalibration;
import io.tidemark.model.Recipe;
import io.tidemark.model.Staleness;
import io.tidemark.model.Staleness.Gap;
import io.tidemark.spark.output.StoredStaleness;
import io.tidemark.spark.output.Tables;
import io.tidemark.spark.table.Partition;
import io.tidemark.spark.table.RunId;
import io.tidemark.spark.table.TableStore;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules replayed over a history that a monitor's runs have left. */
@Tag("spark")
class BacktestJobTest {
    private static final int COHORTS = 10;

    @TempDir
    static Path folder;

    private static Output output;
    private static Said said;

    /** Ten quarters; models from before the fifth lose 0.1 of AUC from it on. */
    @BeforeAll
    static void replay() {
        output = new Output(folder.resolve("auc"));
        said = replayed(output, "--lag=0", "--cost=0.05");
    }

    private static Said replayed(Output output, String... more) {
        String directory = output.directory().toString();
        RunId run = new RunId("loans", "r");
        new TableStore(Output.session(), directory).replace(Tables.STALENESS, run, history(), Partition.ofMonitor(run));
        List<String> arguments = new ArrayList<>(List.of("backtest", "--output=" + directory));
        arguments.addAll(List.of(more));
        return Said.by(arguments.toArray(String[]::new));
    }

    /** From the fifth quarter on older models rank worse, and are off by a level that refitting cures. */
    private static List<StoredStaleness> history() {
        List<StoredStaleness> history = new ArrayList<>();
        for (int model = 0; model < COHORTS; model++) {
            for (int cohort = model + 1; cohort < COHORTS; cohort++) {
                boolean isOld = cohort >= 4 && model < 4;
                SortedMap<Cohort, Double> recalibrated = new TreeMap<>();
                for (int refit = model + 2; refit < cohort; refit++) {
                    recalibrated.put(quarter(refit), isOld && refit < 4 ? 0.13 : 0.09);
                }
                Staleness figures = new Staleness(
                        Recipe.LOGISTIC,
                        quarter(model),
                        quarter(cohort),
                        1_000,
                        100,
                        isOld ? 0.65 : 0.75,
                        0.3,
                        isOld ? 0.13 : 0.09,
                        new Gap(isOld && cohort > 4 ? 0.04 : 0, 0.001),
                        new Gap(isOld && cohort > 4 ? 0.1 : 0, 0.01),
                        cohort > model + 1 ? Optional.of(new LogisticRecalibration(0.1, 1)) : Optional.empty(),
                        recalibrated);
                history.add(new StoredStaleness(figures, ""));
            }
        }
        return history;
    }

    private static Cohort quarter(int number) {
        return Cohort.of(Granularity.QUARTER, LocalDate.of(2020, 1, 1).plusMonths(3L * number));
    }

    @Test
    void itSaysWhichCohortsAndWhatEachRuleWouldHaveCost() {
        assertEquals(0, said.code(), said.err());
        assertTrue(
                said.out()
                        .startsWith("loans, models of the recipe 'logistic', cohort 0 is 2020Q1 and cohort 9 2022Q2\n"),
                said.out());
        assertTrue(said.out().contains(Policies.DEFAULT.name()), said.out());
    }

    @Test
    void everyRuleHasItsWayAtEveryPriceAndLagAndTheWholeOfIt() {
        int policies = Policies.all().size();
        // Labels at once and one cohort late, at three prices; nine and eight cohorts are served, and there is a row of
        // all of them.
        assertEquals(
                (long) policies * 3 * (10 + 9),
                output.table(Tables.POLICY_BACKTEST).count());
    }

    @Test
    void theDefaultRetrainsAfterTheJumpAndThatWasNoFalseAlarm() {
        Row whole = output.rows(
                        Tables.POLICY_BACKTEST,
                        "SELECT retrains, false_alarms, missed FROM t WHERE window IS NULL AND label_lag = 0"
                                + " AND retrain_cost = 0.05 AND policy = '" + Policies.DEFAULT.name() + "'")
                .get(0);
        assertEquals(1, whole.getLong(0));
        assertEquals(0, whole.getLong(1));
        assertEquals(0, whole.getLong(2));
        List<Row> acted = output.rows(
                Tables.POLICY_BACKTEST,
                "SELECT CAST(as_of AS STRING), CAST(trained_through AS STRING) FROM t WHERE action = 'RETRAIN' AND label_lag = 0"
                        + " AND retrain_cost = 0.05 AND policy = '" + Policies.DEFAULT.name() + "'");
        assertEquals(1, acted.size());
        assertTrue(acted.get(0).getString(0).compareTo("2021-03-31") >= 0, acted.toString());
        assertEquals("2020-03-31", acted.get(0).getString(1));
    }

    @Test
    void noPolicyIsCheaperThanTheOracleUnlessItRestores() {
        assertEquals(
                0,
                output.rows(
                                Tables.POLICY_BACKTEST,
                                "SELECT policy FROM t WHERE window IS NULL AND restores = 0 AND cumulative_cost < oracle_cost - 1e-9")
                        .size());
    }

    @Test
    void whereTheBrierScoreIsChargedTheLevelIsRefittedAndServesSo() {
        Output brier = new Output(folder.resolve("brier"));
        Said replayed = replayed(brier, "--loss=brier", "--lag=0", "--cost=0.2");
        assertEquals(0, replayed.code(), replayed.err());
        assertTrue(replayed.out().contains("a run recalibrates as well, as LASTING_GAP_RECALIBRATE"), replayed.out());
        List<Row> way = brier.rows(
                Tables.POLICY_BACKTEST,
                "SELECT CAST(as_of AS STRING), action, CAST(recalibrated_through AS STRING), served_loss, recalibrations FROM t"
                        + " WHERE window IS NOT NULL AND label_lag = 0 AND retrain_cost = 0.2"
                        + " AND policy = 'LASTING_GAP_RECALIBRATE' ORDER BY window.start");
        // 2021Q1 is the first quarter that is off; the refit through it would have saved 0.04 on 2021Q2.
        assertEquals("[2021-06-30,RECALIBRATE,null,0.13,1]", way.get(4).toString());
        assertEquals("[2021-09-30,KEEP,2021-06-30,0.09,1]", way.get(5).toString());
        assertEquals("2021-06-30", way.get(8).getString(2));
    }

    @Test
    void aDirectoryWithoutAHistoryIsTheUsersMistake() {
        Said mistaken = Said.by("backtest", "--output=" + folder.resolve("none"));
        assertEquals(2, mistaken.code());
        assertTrue(mistaken.err().contains("there is no history of models"), mistaken.err());
    }
}
