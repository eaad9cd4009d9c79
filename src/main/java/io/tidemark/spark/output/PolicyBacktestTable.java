package io.tidemark.spark.output;

import static io.tidemark.spark.table.Types.COUNT;
import static io.tidemark.spark.table.Types.NUMBER;
import static io.tidemark.spark.table.Types.TEXT;
import static io.tidemark.spark.table.Types.WINDOW;

import io.tidemark.backtest.Loss;
import io.tidemark.model.Recipe;
import io.tidemark.spark.output.PolicyBacktest.Step;
import io.tidemark.spark.table.Getter;
import io.tidemark.spark.table.OutputTable;
import io.tidemark.spark.table.Types;
import org.apache.spark.sql.types.DataTypes;

/** The table {@code policy_backtest}. */
final class PolicyBacktestTable {
    static final OutputTable<PolicyBacktest> TABLE = OutputTable.<PolicyBacktest>of(
                    "policy_backtest",
                    "Rules for retraining replayed over the monitor's own history, with only what was known at each date;"
                            + " rows without a window are of the whole history.")
            .column("policy", TEXT, "the rule", b -> b.policy())
            .column(
                    "recipe",
                    TEXT,
                    "of the models that are replayed",
                    b -> b.cell().recipe().name())
            .column(
                    "loss",
                    TEXT,
                    "what models are charged",
                    b -> b.cell().loss().name())
            .column(
                    "label_lag",
                    DataTypes.IntegerType,
                    "by how many cohorts outcomes come late",
                    b -> b.cell().labelLag())
            .column(
                    "retrain_cost",
                    NUMBER,
                    "of a retrain, in units of loss times cohorts",
                    b -> b.cell().retrainCost())
            .nullable(
                    "window",
                    WINDOW,
                    "the cohort that was served; null for all of them together",
                    b -> step(b, s -> Types.window(s.cohort())))
            .nullable(
                    "as_of",
                    DataTypes.DateType,
                    "the last day of that cohort, after which was decided",
                    b -> step(b, s -> s.cohort().window().to()))
            .nullable("action", TEXT, "KEEP, RETRAIN, RESTORE or RECALIBRATE", b -> step(b, Step::action))
            .nullable(
                    "trained_through",
                    DataTypes.DateType,
                    "the last day of the cohorts that the serving model was trained on",
                    b -> step(b, s -> s.trainedThrough().window().to()))
            .nullable(
                    "recalibrated_through",
                    DataTypes.DateType,
                    "the last day of the two cohorts that its level had been refitted on; null where it served as trained",
                    b -> step(
                            b,
                            s -> s.recalibratedThrough() == null
                                    ? null
                                    : s.recalibratedThrough().window().to()))
            .nullable("model_age", DataTypes.IntegerType, "cohorts since that one", b -> step(b, Step::age))
            .nullable("served_loss", NUMBER, "what the serving model lost on the cohort", b -> step(b, Step::loss))
            .nullable("cost", NUMBER, "that loss, and the price of the action", b -> step(b, Step::cost))
            .column("cumulative_cost", NUMBER, "of this cohort and all before it", PolicyBacktest::cumulative)
            .column(
                    "oracle_cost",
                    NUMBER,
                    "the least that retraining could have led to, over the whole history",
                    PolicyBacktest::oracle)
            .column("retrains", COUNT, "so far", PolicyBacktest::retrains)
            .column("restores", COUNT, "so far", PolicyBacktest::restores)
            .column("recalibrations", COUNT, "so far", PolicyBacktest::recalibrations)
            .column(
                    "false_alarms",
                    COUNT,
                    "actions so far that did not earn their price until the next one or the end",
                    PolicyBacktest::falseAlarms)
            .column(
                    "missed",
                    COUNT,
                    "retrains of the oracle so far with neither retrain nor restore from then until label_lag + 2 cohorts later",
                    PolicyBacktest::missed)
            .check("recipe_known", "recipe IN " + Types.names(Recipe.values()))
            .check("loss_known", "loss IN " + Types.names(Loss.values()));

    private static Object step(PolicyBacktest of, Getter<Step> getter) {
        return of.step() == null ? null : getter.of(of.step());
    }

    private PolicyBacktestTable() {}
}
