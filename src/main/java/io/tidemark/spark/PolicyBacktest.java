package io.tidemark.spark;

import io.tidemark.backtest.Decision;
import io.tidemark.backtest.Judgement;
import io.tidemark.backtest.Loss;
import io.tidemark.backtest.Oracle;
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
record PolicyBacktest(
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
    record Cell(Recipe recipe, Loss loss, int labelLag, double retrainCost) implements Serializable {}

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

    /** Every cohort of a policy's way, and the whole of it. */
    static List<PolicyBacktest> of(Cell cell, Replay replay, List<Cohort> cohorts, RetrainingPolicy policy) {
        ReplayResult oracle = Oracle.of(replay);
        List<ReplayStep> steps = replay.steps(policy);
        Judgement judgement = Judgement.of(replay, steps, oracle);
        List<PolicyBacktest> rows = new ArrayList<>();
        double cumulative = 0;
        for (int i = 0; i < steps.size(); i++) {
            ReplayStep one = steps.get(i);
            cumulative += one.cost();
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
                    count(steps.subList(0, i + 1), "RETRAIN"),
                    count(steps.subList(0, i + 1), "RESTORE"),
                    until(judgement.falseAlarms(), one.cohort()),
                    until(judgement.missed(), one.cohort())));
        }
        PolicyBacktest last = rows.get(rows.size() - 1);
        rows.add(new PolicyBacktest(
                cell,
                policy.name(),
                null,
                cumulative,
                oracle.total(),
                last.retrains,
                last.restores,
                last.falseAlarms,
                last.missed));
        return rows;
    }

    private static String action(Decision decision) {
        return decision instanceof Decision.Retrain
                ? "RETRAIN"
                : decision instanceof Decision.Restore ? "RESTORE" : "KEEP";
    }

    private static long count(List<ReplayStep> steps, String action) {
        return steps.stream()
                .filter(step -> action(step.decision()).equals(action))
                .count();
    }

    private static long until(List<Integer> cohorts, int cohort) {
        return cohorts.stream().filter(one -> one <= cohort).count();
    }
}
