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
 * @param recalibrations how many so far
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
        long recalibrations,
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
     * @param recalibratedThrough the newer of the two cohorts that its level had been refitted on; null where it served as trained
     * @param age of that model in cohorts
     * @param action KEEP, RETRAIN, RESTORE or RECALIBRATE
     * @param cost loss and price
     */
    record Step(
            Cohort cohort,
            Cohort trainedThrough,
            Cohort recalibratedThrough,
            int age,
            double loss,
            String action,
            double cost)
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
        int recalibrations = 0;
        for (ReplayStep one : steps) {
            cumulative += one.cost();
            retrains += one.decision() instanceof Decision.Retrain ? 1 : 0;
            restores += one.decision() instanceof Decision.Restore ? 1 : 0;
            recalibrations += one.decision() instanceof Decision.Recalibrate ? 1 : 0;
            rows.add(new PolicyBacktest(
                    cell,
                    policy.name(),
                    new Step(
                            cohorts.get(one.cohort()),
                            cohorts.get(one.model()),
                            one.recalibrated().isPresent()
                                    ? cohorts.get(one.recalibrated().getAsInt())
                                    : null,
                            one.age(),
                            one.loss(),
                            action(one.decision()),
                            one.cost()),
                    cumulative,
                    oracle.total(),
                    retrains,
                    restores,
                    recalibrations,
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
                recalibrations,
                judgement.falseAlarms().size(),
                judgement.missed().size()));
        return rows;
    }

    private static String action(Decision decision) {
        if (decision instanceof Decision.Retrain) {
            return "RETRAIN";
        }
        if (decision instanceof Decision.Restore) {
            return "RESTORE";
        }
        return decision instanceof Decision.Recalibrate ? "RECALIBRATE" : "KEEP";
    }

    private static long until(List<Integer> cohorts, int cohort) {
        return cohorts.stream().filter(one -> one <= cohort).count();
    }
}
