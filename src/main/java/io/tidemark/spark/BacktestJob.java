package io.tidemark.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;

import io.tidemark.backtest.Backtest;
import io.tidemark.backtest.Oracle;
import io.tidemark.backtest.Policies;
import io.tidemark.backtest.Prices;
import io.tidemark.backtest.Replay;
import io.tidemark.backtest.ReplayResult;
import io.tidemark.backtest.RetrainingPolicy;
import io.tidemark.backtest.StalenessMatrix;
import io.tidemark.cohort.Cohort;
import io.tidemark.cohort.Granularity;
import io.tidemark.config.HistoryConfig;
import io.tidemark.model.Recipe;
import io.tidemark.model.Staleness;
import io.tidemark.model.StalenessTriangle;
import io.tidemark.policy.Costs;
import io.tidemark.problem.Problems;
import io.tidemark.problem.UserMistake;
import io.tidemark.report.BacktestReport;
import io.tidemark.spark.output.PolicyBacktest;
import io.tidemark.spark.output.PolicyBacktest.Cell;
import io.tidemark.spark.output.StoredStaleness;
import io.tidemark.spark.output.Tables;
import io.tidemark.spark.table.Partition;
import io.tidemark.spark.table.RunId;
import io.tidemark.spark.table.TableStore;
import io.tidemark.spark.table.Types;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Replays rules for retraining over the history that runs of a monitor have left in the table of staleness, at several prices and label lags, and
 * writes what each would have done and cost.
 */
public final class BacktestJob {
    /** Prices beside the one that is asked for, as multiples of it. */
    private static final double[] PRICES = {1.0 / 3, 1, 3};

    private final SparkSession session;

    public BacktestJob(SparkSession session) {
        this.session = session;
    }

    /**
     * Replays, writes {@code policy_backtest}, and prints what came of the price and lag that were asked for.
     *
     * @throws UserMistake if there is no history to replay
     */
    public void backtest(HistoryConfig config, PrintStream out) {
        TableStore store = new TableStore(session, config.output());
        if (!store.has(Tables.STALENESS)) {
            throw new UserMistake(Problems.noStaleness(config.output()));
        }
        String monitor = monitor(store, config);
        Granularity granularity = granularity(store, monitor);
        List<Staleness> history = StoredStaleness.of(store, monitor, granularity).stream()
                .map(StoredStaleness::figures)
                .toList();
        Recipe recipe = config.recipe()
                .orElseGet(() -> history.stream()
                        .map(Staleness::recipe)
                        .sorted()
                        .findFirst()
                        .orElseThrow());
        Costs costs = config.costs();
        StalenessTriangle triangle = StalenessTriangle.of(history, recipe, costs.loss())
                .orElseThrow(() -> new UserMistake(Problems.noStaleness(config.output())));
        int most = Replay.mostLag(triangle.matrix());
        int lag = config.labelLag().orElseGet(() -> Math.min(most, lag(store, monitor, triangle)));
        if (lag > most) {
            throw new UserMistake(Problems.nothingToReplay(lag, most));
        }
        store.checkWritable();
        RunId run = new RunId(monitor, UUID.randomUUID().toString());
        store.replace(Tables.POLICY_BACKTEST, run, rows(triangle, recipe, costs, lag), Partition.ofMonitor(run));
        if (config.format().equals("table")) {
            out.print(said(monitor, recipe, triangle));
        }
        out.print(BacktestReport.of(
                Backtest.of(new Replay(triangle.matrix(), lag, costs.prices()), Policies.on(triangle.matrix())),
                config.format()));
    }

    private static String said(String monitor, Recipe recipe, StalenessTriangle triangle) {
        List<Cohort> cohorts = triangle.cohorts();
        return monitor + ", models of the recipe '" + recipe.id() + "', cohort 0 is "
                + cohorts.get(0).label()
                + " and cohort " + (cohorts.size() - 1) + " "
                + cohorts.get(cohorts.size() - 1).label()
                + (triangle.leftOut().isEmpty()
                        ? ""
                        : "; left out: "
                                + String.join(
                                        ", ",
                                        triangle.leftOut().stream()
                                                .map(Cohort::label)
                                                .toList()))
                + "\n";
    }

    private static List<PolicyBacktest> rows(StalenessTriangle triangle, Recipe recipe, Costs costs, int lag) {
        StalenessMatrix matrix = triangle.matrix();
        int most = Replay.mostLag(matrix);
        List<PolicyBacktest> rows = new ArrayList<>();
        for (int labelLag : new TreeSet<>(List.of(0, lag, Math.min(most, lag + 1)))) {
            for (double factor : PRICES) {
                Prices prices = costs.prices().times(factor);
                Cell cell = new Cell(recipe, costs.loss(), labelLag, prices.retrain());
                Replay replay = new Replay(matrix, labelLag, prices);
                ReplayResult oracle = Oracle.of(replay);
                for (RetrainingPolicy policy : Policies.on(matrix)) {
                    rows.addAll(PolicyBacktest.of(cell, replay, oracle, triangle.cohorts(), policy));
                }
            }
        }
        return rows;
    }

    private static String monitor(TableStore store, HistoryConfig config) {
        List<String> monitors = store.read(Tables.STALENESS).select("monitor").distinct().collectAsList().stream()
                .map(row -> row.getString(0))
                .sorted()
                .toList();
        if (config.monitor().isPresent()) {
            String named = config.monitor().get();
            if (!monitors.contains(named)) {
                throw new UserMistake(Problems.notOneOf("monitor", named, monitors));
            }
            return named;
        }
        if (monitors.size() != 1) {
            throw new UserMistake(
                    monitors.isEmpty()
                            ? Problems.noStaleness(config.output())
                            : Problems.severalMonitors(config.output(), monitors));
        }
        return monitors.get(0);
    }

    private static Granularity granularity(TableStore store, String monitor) {
        String duration = ofMonitor(store.read(Tables.STALENESS), monitor)
                .select("granularity")
                .first()
                .getString(0);
        return Arrays.stream(Granularity.values())
                .filter(one -> one.duration().equals(duration))
                .findFirst()
                .orElseThrow();
    }

    /** How many cohorts the newest that was seen is after the newest that models were judged on: outcomes come that late. */
    private static int lag(TableStore store, String monitor, StalenessTriangle triangle) {
        Cohort newest = triangle.cohorts().get(triangle.cohorts().size() - 1);
        Row seen = ofMonitor(store.read(Tables.COHORT_SHIFTS), monitor)
                .agg(max(col("window.start")))
                .first();
        Cohort last = Types.cohort(seen.getTimestamp(0), newest.granularity());
        int late = 0;
        for (Cohort cohort = newest; cohort.start().isBefore(last.start()); cohort = cohort.next()) {
            late++;
        }
        return late;
    }

    private static Dataset<Row> ofMonitor(Dataset<Row> rows, String monitor) {
        return rows.where(col("monitor").equalTo(monitor));
    }
}
