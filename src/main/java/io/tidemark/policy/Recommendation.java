package io.tidemark.policy;

import io.tidemark.cohort.Cohort;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What should be done, and why.
 *
 * @param asOf the last day that was known
 * @param cohort the newest cohort, which is judged
 * @param headline the recommendation in a sentence
 * @param reasons what speaks for it, the strongest first
 * @param counterEvidence what speaks against it
 * @param howSure how far it can be relied on
 * @param wouldChange what would lead to another recommendation
 * @param notLookedAt the evidence that was not available, in words
 * @param balance debt and prices; empty without a label
 * @param trainingWindow what a new model would be trained on; empty where no outcomes are known, or no new model is in question
 * @param blockedUntil the day from which on outcomes suffice; only where they do not
 * @param reviewBy the day by which somebody should look again
 * @param policy the rule for retraining that was asked, or {@code shift_only} where none could be
 * @param policyVersion the version of the rules around it
 */
public record Recommendation(
        LocalDate asOf,
        Cohort cohort,
        Action action,
        Urgency urgency,
        String headline,
        List<Finding> reasons,
        List<String> counterEvidence,
        List<String> howSure,
        List<String> wouldChange,
        List<String> notLookedAt,
        Optional<Balance> balance,
        Optional<TrainingWindow> trainingWindow,
        Optional<LocalDate> blockedUntil,
        Optional<LocalDate> reviewBy,
        String policy,
        int policyVersion) {
    public Recommendation {
        Objects.requireNonNull(action, "action");
        reasons = List.copyOf(reasons);
        counterEvidence = List.copyOf(counterEvidence);
        howSure = List.copyOf(howSure);
        wouldChange = List.copyOf(wouldChange);
        notLookedAt = List.copyOf(notLookedAt);
        if (blockedUntil.isPresent() != (action == Action.RETRAIN_BLOCKED_LABELS)) {
            throw new IllegalArgumentException(action + " with outcomes that suffice from " + blockedUntil);
        }
    }
}
