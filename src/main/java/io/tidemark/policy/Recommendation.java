package io.tidemark.policy;

import io.tidemark.cohort.Cohort;
import java.time.LocalDate;
import java.util.List;

/**
 * What should be done, and why.
 *
 * @param asOf the last day that was known
 * @param cohort the newest cohort, which is judged
 * @param headline the recommendation in a sentence
 * @param reasons what speaks for it, the strongest first
 * @param counterEvidence what speaks against it
 * @param notLookedAt the evidence that was not available, in words
 * @param policy the policy that decided, and its version
 */
public record Recommendation(
        LocalDate asOf,
        Cohort cohort,
        Action action,
        Urgency urgency,
        String headline,
        List<Finding> reasons,
        List<String> counterEvidence,
        List<String> notLookedAt,
        String policy,
        int policyVersion) {
    public Recommendation {
        reasons = List.copyOf(reasons);
        counterEvidence = List.copyOf(counterEvidence);
        notLookedAt = List.copyOf(notLookedAt);
    }
}
