package io.tidemark.policy;

import io.tidemark.shift.Severity;
import io.tidemark.shift.Thresholds;
import java.util.List;
import java.util.Optional;

/** In the newest cohort nothing can be told of half of the features or more, for want of applicants. */
final class TooFewApplicants implements Rule {
    private static final double HALF = 0.5;

    @Override
    public String name() {
        return "too_few_applicants";
    }

    @Override
    public List<Finding> findings(Case given) {
        ShiftEvidence evidence = given.shifts();
        CohortSummary newest = evidence.newest();
        long unclear = newest.features(Severity.CANNOT_TELL);
        if (unclear == 0) {
            return List.of();
        }
        String sentence = "for " + unclear + " of " + newest.compared() + " features "
                + newest.cohort().label()
                + " has too few applicants (" + newest.rows() + ", the reference has " + evidence.referenceRows()
                + "): a shift of PSI "
                + evidence.thresholds().psi(Thresholds.ANY).moderate()
                + " would not stand out from chance";
        return List.of(
                new Finding(name(), ":table", newest.cohort(), (double) unclear / newest.compared(), HALF, sentence));
    }

    @Override
    public Optional<Verdict> verdict(Case given) {
        ShiftEvidence evidence = given.shifts();
        CohortSummary newest = evidence.newest();
        boolean isUnclear = newest.features(Severity.CANNOT_TELL) >= HALF * newest.compared();
        return isUnclear && newest.shifted() == 0
                ? Optional.of(new Verdict(
                        Action.CANNOT_TELL,
                        Urgency.LOW,
                        newest.cohort().label() + " has too few applicants to tell a shift from chance; use longer"
                                + " cohorts or wait for more applicants"))
                : Optional.empty();
    }
}
