package io.tidemark.policy;

import io.tidemark.cohort.Cohort;
import io.tidemark.shift.Severity;
import java.util.Objects;
import java.util.Optional;

/**
 * How far the champion's score has moved in the newest cohort.
 *
 * @param psi of the score, 0…∞
 * @param critical what chance alone stays below
 * @param isAlarm whether it is large and has lasted
 * @param onset the cohort in which it began, if that could be dated
 */
public record ScoreShift(
        Cohort cohort, double psi, double critical, Severity severity, boolean isAlarm, Optional<Cohort> onset) {
    public ScoreShift {
        Objects.requireNonNull(cohort, "cohort");
        Objects.requireNonNull(severity, "severity");
        if (!(psi >= 0 && critical >= 0)) {
            throw new IllegalArgumentException("a PSI of " + psi + ", by chance below " + critical);
        }
        if (onset.isPresent() && onset.get().compareTo(cohort) > 0) {
            throw new IllegalArgumentException("it began in " + onset.get().label() + ", after " + cohort.label());
        }
    }
}
