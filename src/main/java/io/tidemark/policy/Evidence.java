package io.tidemark.policy;

import io.tidemark.backtest.Policies;
import io.tidemark.backtest.RetrainingPolicy;
import java.util.Objects;
import java.util.Optional;

/**
 * All that a recommendation rests on.
 *
 * @param shifts what the applicants tell
 * @param outcomes what became of them, and what the champion made of them; {@link OutcomeEvidence#NONE} where neither is known
 * @param retraining whether a newer model would do better; empty without a label
 * @param rule that decides about retraining
 */
public record Evidence(
        ShiftEvidence shifts,
        OutcomeEvidence outcomes,
        Optional<RetrainingEvidence> retraining,
        RetrainingPolicy rule) {
    public Evidence {
        Objects.requireNonNull(shifts, "shifts");
        Objects.requireNonNull(outcomes, "outcomes");
        Objects.requireNonNull(retraining, "retraining");
        Objects.requireNonNull(rule, "rule");
    }

    /** What there is without labels and without scores. */
    public static Evidence of(ShiftEvidence shifts) {
        return new Evidence(shifts, OutcomeEvidence.NONE, Optional.empty(), Policies.DEFAULT);
    }
}
