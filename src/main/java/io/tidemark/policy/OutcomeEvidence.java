package io.tidemark.policy;

import io.tidemark.cohort.Cohort;
import java.util.List;
import java.util.Optional;

/**
 * What is known of the champion itself.
 *
 * @param mature cohorts after its training whose outcomes are known, in the order of time; none without a label
 * @param estimated cohorts whose outcomes are to come, in the order of time; none without a score
 * @param rates of the newest mature cohort; empty without a label
 * @param score of the newest cohort; empty without a score
 */
public record OutcomeEvidence(
        List<CohortOutcomes> mature,
        List<EstimatedAuc> estimated,
        Optional<RateEffects> rates,
        Optional<ScoreShift> score) {
    /** Neither labels nor scores. */
    public static final OutcomeEvidence NONE =
            new OutcomeEvidence(List.of(), List.of(), Optional.empty(), Optional.empty());

    public OutcomeEvidence {
        mature = List.copyOf(mature);
        estimated = List.copyOf(estimated);
        requireOrder(mature.stream().map(CohortOutcomes::cohort).toList());
        requireOrder(estimated.stream().map(EstimatedAuc::cohort).toList());
    }

    /** The cohort in which a fall of the champion's AUC began that has lasted until now; empty where there is none beyond chance. */
    public Optional<Cohort> behaviourOnset() {
        return AucChange.of(this).filter(AucChange::isFall).map(AucChange::first);
    }

    private static void requireOrder(List<Cohort> cohorts) {
        for (int next = 1; next < cohorts.size(); next++) {
            if (cohorts.get(next - 1).compareTo(cohorts.get(next)) >= 0) {
                throw new IllegalArgumentException(cohorts.get(next).label() + " does not follow "
                        + cohorts.get(next - 1).label());
            }
        }
    }
}
