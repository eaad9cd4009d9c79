package io.tidemark.shift;

import java.io.Serializable;

/**
 * A shift with its grade.
 *
 * @param qValue the p-value of the shift, corrected for all features of the cohort that were looked at; null where PSI has no law
 * @param rowsNeeded how many applicants the cohort would need for a moderate shift to be seen; null where it has as many, and where the
 *     reference has too few for any number
 * @param isAlarm whether somebody should hear of it
 * @param pattern what the references say together; null where too few applicants leave it open
 * @param importance of the feature among those of the cohort, 0..1; null where it is not known
 */
public record JudgedShift(
        FeatureShift shift,
        Double qValue,
        Severity severity,
        Long rowsNeeded,
        boolean isAlarm,
        Pattern pattern,
        Double importance)
        implements Serializable {
    JudgedShift raised() {
        return new JudgedShift(shift, qValue, severity, rowsNeeded, true, pattern, importance);
    }

    JudgedShift with(Pattern read) {
        return new JudgedShift(shift, qValue, severity, rowsNeeded, isAlarm, read, importance);
    }
}
