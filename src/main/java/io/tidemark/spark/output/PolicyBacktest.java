package io.tidemark.spark.output;

import io.tidemark.backtest.Decision;
import io.tidemark.backtest.Judgement;
import io.tidemark.backtest.Loss;
import io.tidemark.backtest.Replay;
import io.tidemark.backtest.ReplayResult;
import io.tidemark.backtest.ReplayStep;
import io.tidemark.backtest.RetrainingPolicy;
import io.tidemark.cohort.Cohort;
import io.tidemark.model.Recipe;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * One cohort of a policy's way through a monitor's history, or all of it together.
 *
 * @param cell which replay it is
 * @param step what was done; null for the whole way
 * @param cumulative losses and prices so far
 * @param oracle the least that retraining could have led to, over the whole history
 * @param retrains how many so far
 * @param restores how many so far
 * @param falseAlarms actions so far that did not earn their price, in hindsight
 * @param missed retrains of the oracle so far that were not followed
 */
public record PolicyBacktest(
        Cell cell,
        String policy,
        Step step,
        double cumulative,
        double oracle,
        long retrains,
        long restores,
        long falseAlarms,
        long missed)
        implements Serializable {
    /**
     * One replay of a history.
     *
     * @param labelLag L in cohorts
     * @param retrainCost c
     */
    public record Cell(Recipe recipe, Loss loss, int labelLag, double retrainCost) implements Serializable {}

    /**
     * One cohort.
     *
     * @param trainedThrough the last cohort that the model which served was trained on
     * @param age of that model in cohorts
     * @param action KEEP, RETRAIN or RESTORE
     * @param cost loss and price
     */
    record Step(Cohort cohort, Cohort trainedThrough, int age, double loss, String action, double cost)
            implements Serializable {}

    /** Every cohort of a policy's way, and the whole of it. The oracle is the replay's. */
    public static List<PolicyBacktest> of(
            Cell cell, Replay replay, ReplayResult oracle, List<Cohort> cohorts, RetrainingPolicy policy) {
        List<ReplayStep> steps = replay.steps(policy);
        Judgement judgement = Judgement.of(replay, steps, oracle);
        List<PolicyBacktest> rows = new ArrayList<>();
        double cumulative = 0;
        int retrains = 0;
        int restores = 0;
        for (ReplayStep one : steps) {
            cumulative += one.cost();
            retrains += one.decision() instanceof Decision.Retrain ? 1 : 0;
            restores += one.decision() instanceof Decision.Restore ? 1 : 0;
            rows.add(new PolicyBacktest(
                    cell,
                    policy.name(),
                    new Step(
                            cohorts.get(one.cohort()),
                            cohorts.get(one.model()),
                            one.age(),
                            one.loss(),
                            action(one.decision()),
                            one.cost()),
                    cumulative,
                    oracle.total(),
                    retrains,
                    restores,
                    until(judgement.falseAlarms(), one.cohort()),
                    until(judgement.missed(), one.cohort())));
        }
        rows.add(new PolicyBacktest(
                cell,
                policy.name(),
                null,
                cumulative,
                oracle.total(),
                retrains,
                restores,
                judgement.falseAlarms().size(),
                judgement.missed().size()));
        return rows;
    }

    private static String action(Decision decision) {
        return decision instanceof Decision.Retrain
                ? "RETRAIN"
                : decision instanceof Decision.Restore ? "RESTORE" : "KEEP";
    }

    private static long until(List<Integer> cohorts, int cohort) {
        return cohorts.stream().filter(one -> one <= cohort).count();
    }
}
