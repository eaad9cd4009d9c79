package io.tidemark.policy;

import io.tidemark.cohort.Cohort;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * What is known of whether a newer model would do better. Cohorts go by their index in {@code cohorts}; nothing that is later than
 * {@link #newestMature} is looked at in outcomes.
 *
 * @param cohorts every cohort through t, the newest that was served, in the order of time and without a hole
 * @param labelLag L, how many of the newest have outcomes to come, 0 or more
 * @param champion the model that serves
 * @param shadows models of the staleness recipe; empty where none could be trained or none were asked for
 * @param costs what models are charged and what acting costs
 * @param scoreOnset the cohort in which a lasting shift of the score, or where there is no score of the features, began
 * @param behaviourOnset the cohort from which on applicants behave otherwise, as {@link OutcomeEvidence#behaviourOnset} dates it
 * @param season the length of a season that was seen in the data, in cohorts
 * @param replay what rules would have cost on this history so far; empty where it is too short
 */
public record RetrainingEvidence(
        List<ServedCohort> cohorts,
        int labelLag,
        ServingModel champion,
        Optional<Shadows> shadows,
        Costs costs,
        OptionalInt scoreOnset,
        OptionalInt behaviourOnset,
        OptionalInt season,
        List<ReplayedRule> replay) {
    public RetrainingEvidence {
        cohorts = List.copyOf(cohorts);
        replay = List.copyOf(replay);
        Objects.requireNonNull(shadows, "shadows");
        Objects.requireNonNull(costs, "costs");
        if (cohorts.isEmpty() || labelLag < 0) {
            throw new IllegalArgumentException(cohorts.size() + " cohorts with a label lag of " + labelLag);
        }
        for (int next = 1; next < cohorts.size(); next++) {
            if (!cohorts.get(next)
                    .cohort()
                    .equals(cohorts.get(next - 1).cohort().next())) {
                throw new IllegalArgumentException(cohorts.get(next).cohort().label() + " does not follow "
                        + cohorts.get(next - 1).cohort().label());
            }
        }
        int last = cohorts.size() - 1;
        if (champion.deployedAfter() > last
                || champion.archive().get(champion.archive().size() - 1) > last
                || scoreOnset.orElse(0) > last
                || behaviourOnset.orElse(0) > last) {
            throw new IllegalArgumentException("there are cohorts 0 to " + last + ", the champion is " + champion
                    + ", the score changed at " + scoreOnset + ", behaviour at " + behaviourOnset);
        }
    }

    /** t, the newest cohort. */
    int now() {
        return cohorts.size() - 1;
    }

    /** m = t − L, the newest cohort whose outcomes are known; below 0 where none is. */
    public int newestMature() {
        return now() - labelLag;
    }

    /** A cohort by its index, which may lie ahead. */
    Cohort cohort(int index) {
        Cohort cohort = cohorts.get(Math.min(index, now())).cohort();
        for (int ahead = now(); ahead < index; ahead++) {
            cohort = cohort.next();
        }
        return cohort;
    }

    boolean isQuarantined(int index) {
        return index <= now() && cohorts.get(index).quarantine().isPresent();
    }

    /** Indexes from one to another, both included, without those in quarantine. */
    IntStream counted(int from, int to) {
        return IntStream.rangeClosed(Math.max(from, 0), to).filter(index -> !isQuarantined(index));
    }

    /** The last cohort of the champion's planned life, where it is planned and not over. */
    OptionalInt plannedEnd() {
        int end = champion.deployedAfter() + costs.life().orElse(0);
        return costs.life().isPresent() && end > now() ? OptionalInt.of(end) : OptionalInt.empty();
    }

    /** H, over how many cohorts a saving is reckoned. */
    int horizon() {
        return plannedEnd().isPresent() ? plannedEnd().getAsInt() - now() : Costs.USUAL_HORIZON;
    }
}
