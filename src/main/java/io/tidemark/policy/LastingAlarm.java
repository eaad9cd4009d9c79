package io.tidemark.policy;

import io.tidemark.cohort.Cohort;
import java.util.List;
import java.util.Optional;

/**
 * A shift that needs no outcomes to be seen and has lasted for three cohorts: of the score, otherwise of features.
 *
 * @param what it is a shift of, as a sentence begins
 * @param since the cohort in which it began
 */
record LastingAlarm(String what, Cohort since) {
    private static final int COHORTS = 3;

    /** The alarm, if there is one. */
    static Optional<LastingAlarm> of(Evidence evidence) {
        Optional<LastingAlarm> ofScore =
                evidence.outcomes().score().filter(ScoreShift::isAlarm).flatMap(score -> ofScore(score, evidence));
        return ofScore.isPresent() ? ofScore : ofFeatures(evidence);
    }

    private static Optional<LastingAlarm> ofScore(ScoreShift score, Evidence evidence) {
        return score.onset()
                .or(() -> dated(evidence))
                .filter(onset -> onset.next().next().compareTo(score.cohort()) <= 0)
                .map(onset -> new LastingAlarm("the score has shifted", onset));
    }

    private static Optional<LastingAlarm> ofFeatures(Evidence evidence) {
        List<CohortSummary> cohorts = evidence.shifts().cohorts();
        int first = cohorts.size();
        while (first > 0 && cohorts.get(first - 1).alarms() > 0) {
            first--;
        }
        if (cohorts.size() - first < COHORTS) {
            return Optional.empty();
        }
        Cohort began = cohorts.get(first).cohort();
        Cohort since = evidence.outcomes().score().isPresent()
                ? began
                : dated(evidence).orElse(began);
        return Optional.of(new LastingAlarm("features have shifted" + mostImportant(evidence), since));
    }

    /** The feature that counts most among those that have shifted, where that is known. */
    private static String mostImportant(Evidence evidence) {
        return evidence.shifts().shifts().stream()
                .filter(shift -> shift.isAlarm() && shift.importance() != null)
                .findFirst()
                .map(shift -> " (" + shift.shift().feature().name() + " the most important of them)")
                .orElse("");
    }

    private static Optional<Cohort> dated(Evidence evidence) {
        return evidence.retraining()
                .filter(known -> known.scoreOnset().isPresent())
                .map(known -> known.cohort(known.scoreOnset().getAsInt()));
    }
}
