package io.tidemark.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.Said;
import io.tidemark.backtest.Policies;
import io.tidemark.cohort.Cohort;
import io.tidemark.cohort.Granularity;
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
        List<StoredStaleness> history = new ArrayList<>();
        for (int model = 0; model < COHORTS; model++) {
            for (int cohort = model + 1; cohort < COHORTS; cohort++) {
                double auc = cohort >= 4 && model < 4 ? 0.65 : 0.75;
                double gap = cohort > 4 && model < 4 ? 0.1 : 0;
                history.add(new StoredStaleness(
                        new Staleness(
                                Recipe.LOGISTIC,
                                quarter(model),
                                quarter(cohort),
                                1_000,
                                100,
                                auc,
                                0.3,
                                0.09,
                                new Gap(0, 0.001),
                                new Gap(gap, 0.01),
                                Optional.empty(),
                                new TreeMap<>()),
                        ""));
            }
        }
        output = new Output(folder);
        RunId run = new RunId("loans", "r");
        new TableStore(Output.session(), folder.toString())
                .replace(Tables.STALENESS, run, history, Partition.ofMonitor(run));
        said = Said.by("backtest", "--output=" + folder, "--lag=0", "--cost=0.05");
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
    void aDirectoryWithoutAHistoryIsTheUsersMistake() {
        Said mistaken = Said.by("backtest", "--output=" + folder.resolve("none"));
        assertEquals(2, mistaken.code());
        assertTrue(mistaken.err().contains("there is no history of models"), mistaken.err());
    }
}
