package io.tidemark.backtest;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What was wrong with what a policy did, in hindsight.
 *
 * <ul>
 *   <li>A false alarm is an action that did not earn its price: what served before it would, until the next action or the end, have lost less
 *       than what served after it lost and the action cost.
 *   <li>A miss is a retrain of the oracle that the policy does not act upon: it neither retrains nor restores from then until L + 2 cohorts later.
 * </ul>
 *
 * @param falseAlarms cohorts after which it acted in vain, ascending
 * @param missed cohorts after which the oracle retrained and it did not, ascending
 */
public record Judgement(List<Integer> falseAlarms, List<Integer> missed) {
    public Judgement {
        falseAlarms = List.copyOf(falseAlarms);
        missed = List.copyOf(missed);
    }

    /** Judges the steps of a policy in a replay, of which the oracle is known. */
    public static Judgement of(Replay replay, List<ReplayStep> steps, ReplayResult oracle) {
        int[] actions = IntStream.range(0, steps.size())
                .filter(step -> steps.get(step).price() > 0)
                .toArray();
        List<Integer> falseAlarms = IntStream.range(0, actions.length)
                .filter(action -> !paid(
                        replay,
                        steps,
                        actions[action],
                        action + 1 < actions.length ? actions[action + 1] : steps.size() - 1))
                .map(action -> steps.get(actions[action]).cohort())
                .boxed()
                .toList();
        List<Integer> missed = oracle.retrains().stream()
                .filter(cohort -> IntStream.of(actions)
                        .mapToObj(steps::get)
                        .filter(step -> !(step.decision() instanceof Decision.Recalibrate))
                        .mapToInt(ReplayStep::cohort)
                        .noneMatch(acted -> acted >= cohort && acted <= cohort + replay.labelLag() + 2))
                .toList();
        return new Judgement(falseAlarms, missed);
    }

    /** Whether the model of before would have lost more, on the cohorts after a step and through another, than the action cost. */
    private static boolean paid(Replay replay, List<ReplayStep> steps, int acted, int until) {
        ReplayStep before = steps.get(acted);
        double saved = 0;
        for (int step = acted + 1; step <= until; step++) {
            saved += replay.matrix().loss(before.model(), steps.get(step).cohort(), before.recalibrated())
                    - steps.get(step).loss();
        }
        return saved > before.price();
    }
}
