package io.tidemark.policy;

import io.tidemark.backtest.GapEvidence;
import io.tidemark.cohort.Cohort;
import io.tidemark.policy.Rule.Verdict;
import java.time.LocalDate;
import java.util.Optional;

/**
 * When somebody should look again: at once where it is urgent; when outcomes suffice; when a retrain will be due if the gaps go on; else when
 * the next cohort is complete.
 */
final class Review {
    private Review() {}

    static LocalDate by(Case given, Verdict verdict) {
        if (verdict.action() == Action.RETRAIN_BLOCKED_LABELS) {
            return given.block().orElseThrow().from();
        }
        if (verdict.urgency() == Urgency.HIGH) {
            return given.shifts().asOf();
        }
        int ahead = verdict.urgency() == Urgency.LOW ? cohortsUntilDue(given).orElse(1) : 1;
        Cohort cohort = given.shifts().newest().cohort();
        for (int next = 0; next < ahead; next++) {
            cohort = cohort.next();
        }
        return cohort.window().to();
    }

    /** In how many cohorts the gaps will have summed up to the price, if they go on as lately; empty where they will not within the horizon. */
    static Optional<Integer> cohortsUntilDue(Case given) {
        if (given.live().isEmpty()) {
            return Optional.empty();
        }
        GapEvidence gap = given.live().get().gap();
        int horizon = given.evidence().retraining().orElseThrow().horizon();
        double left = (given.costs().prices().retrain() - gap.debt()) / gap.lately();
        return gap.lately() > 0 && left > 0 && left < horizon
                ? Optional.of((int) Math.max(1, Math.ceil(left)))
                : Optional.empty();
    }
}
