package io.tidemark.policy;

import io.tidemark.backtest.DebtEstimate;
import io.tidemark.shift.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What speaks against a recommendation. */
final class CounterEvidence {
    private CounterEvidence() {}

    static List<String> of(Case given, Action action) {
        ShiftEvidence evidence = given.shifts();
        CohortSummary newest = evidence.newest();
        List<String> against = new ArrayList<>(ofOutcomes(given, action));
        long quiet = newest.features(Severity.NONE) + newest.features(Severity.NEGLIGIBLE);
        if (action != Action.KEEP && quiet > 0) {
            against.add(quiet + " of " + newest.compared() + " features did not move, or by a negligible effect");
        }
        held(evidence).ifPresent(against::add);
        if (action == Action.WATCH && newest.alarms() > 0 && evidence.cohorts().size() > 1) {
            CohortSummary before = evidence.cohorts().get(evidence.cohorts().size() - 2);
            if (before.shifted() == 0) {
                against.add("the cohort before, " + before.cohort().label() + ", had no shifted feature: it may pass");
            }
        }
        if (action == Action.KEEP && newest.features(Severity.NEGLIGIBLE) > 0) {
            against.add(newest.features(Severity.NEGLIGIBLE)
                    + " features differ by more than chance, though by less than the convention calls moderate");
        }
        return against;
    }

    private static List<String> ofOutcomes(Case given, Action action) {
        List<String> against = new ArrayList<>();
        boolean isToAct = action == Action.RETRAIN || action == Action.RESTORE;
        Optional<AucChange> auc = AucChange.of(given.evidence().outcomes());
        if (isToAct) {
            auc.filter(change -> !change.isFall())
                    .ifPresent(change -> against.add("the champion's own AUC has not fallen by more than chance: "
                            + Figures.auc(change.lately()) + " lately, " + Figures.auc(change.before()) + " before"));
            given.live()
                    .flatMap(LiveSituation::debt)
                    .filter(debt -> debt.debt() < given.costs().prices().retrain())
                    .map(DebtEstimate::debt)
                    .ifPresent(debt -> against.add("by the ageing of all models the debt is only "
                            + given.costs().said(debt) + ", less than a retrain costs"));
        }
        if (action == Action.KEEP) {
            given.live()
                    .filter(live -> live.gap().lately() > 0)
                    .ifPresent(live -> against.add("newer models do lose "
                            + Figures.number(live.gap().lately()) + " of "
                            + given.costs().lossName() + " a cohort less lately"));
        }
        return against;
    }

    /** Shifts that raise no alarm, and why. */
    private static Optional<String> held(ShiftEvidence evidence) {
        CohortSummary newest = evidence.newest();
        long held = newest.shifted() - newest.alarms();
        if (held <= 0) {
            return Optional.empty();
        }
        String shifted = held + (held == 1 ? " feature shifted" : " features shifted");
        return Optional.of(evidence.cooldown()
                .map(until ->
                        shifted + ", and raise no alarm: the model was renewed, and alarms are held until " + until)
                .orElse(shifted + " by a moderate effect, and not for long enough to raise an alarm"));
    }
}
