package io.tidemark.cohort;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The time after a model was renewed in which nobody wants to hear that it should be.
 *
 * @param retrained the days on which the model was renewed
 * @param cohorts for how many cohorts after the one of such a day alarms are held
 */
public record Cooldown(List<LocalDate> retrained, int cohorts) implements Serializable {
    public Cooldown {
        retrained = List.copyOf(retrained);
    }

    /** The last day of the cooldown that a cohort falls into; empty where it falls into none. */
    public Optional<LocalDate> until(Cohort cohort) {
        LocalDate last = null;
        for (LocalDate day : retrained) {
            Cohort end = Cohort.of(cohort.granularity(), day);
            Cohort first = end;
            for (int i = 0; i < cohorts; i++) {
                end = end.next();
            }
            boolean isIn = cohort.compareTo(first) >= 0 && cohort.compareTo(end) <= 0;
            if (isIn && (last == null || end.window().to().isAfter(last))) {
                last = end.window().to();
            }
        }
        return Optional.ofNullable(last);
    }
}
