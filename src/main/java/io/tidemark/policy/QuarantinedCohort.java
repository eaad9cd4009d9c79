package io.tidemark.policy;

import java.util.List;
import java.util.Optional;

/** The newest cohort is in quarantine: nothing can be concluded from it. */
final class QuarantinedCohort implements Rule {
    @Override
    public String name() {
        return "quarantined_cohort";
    }

    @Override
    public List<Finding> findings(Case given) {
        return quarantined(given)
                .map(cohort -> new Finding(
                        name(),
                        ":table",
                        cohort.cohort(),
                        1,
                        0,
                        cohort.cohort().label() + " is in quarantine: "
                                + cohort.quarantine().orElseThrow()))
                .stream()
                .toList();
    }

    private static Optional<ServedCohort> quarantined(Case given) {
        return given.evidence()
                .retraining()
                .map(known -> known.cohorts().get(known.now()))
                .filter(cohort -> cohort.quarantine().isPresent());
    }

    @Override
    public Optional<Verdict> verdict(Case given) {
        return quarantined(given)
                .map(cohort -> new Verdict(
                        Action.INVESTIGATE_DATA,
                        Urgency.HIGH,
                        "look at the data of " + cohort.cohort().label() + " before anything is concluded from them: "
                                + cohort.quarantine().orElseThrow()));
    }
}
