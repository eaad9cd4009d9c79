package io.tidemark.shift;

import io.tidemark.cohort.Calendar;
import io.tidemark.cohort.Cohort;
import io.tidemark.cohort.Cooldown;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * When a shift is an alarm: where it lasts, or is major, as long as it is not known that a major one does no harm; and where the model was not
 * renewed just before. Cohorts under quarantine raise none, and do not count.
 *
 * @param required in how many of the last cohorts the feature must have shifted, the one that is judged among them
 * @param outOf how many cohorts are looked at
 */
public record AlarmRule(int required, int outOf, Cooldown cooldown) implements Serializable {
    public AlarmRule {
        if (required < 1 || outOf < required) {
            throw new IllegalArgumentException("is not K/N with K from 1 to N");
        }
    }

    /** The shifts of one feature and slice against one reference, in the order of time, each with whether it is an alarm. */
    public List<JudgedShift> follow(List<JudgedShift> shifts, Calendar calendar) {
        List<JudgedShift> followed = new ArrayList<>();
        Deque<Severity> last = new ArrayDeque<>();
        for (JudgedShift shift : shifts) {
            Cohort cohort = shift.shift().cohort();
            if (calendar.isQuarantined(cohort)) {
                followed.add(shift);
                continue;
            }
            last.addLast(shift.severity());
            if (last.size() > outOf) {
                last.removeFirst();
            }
            boolean lasts = shift.severity().isShift()
                    && last.stream().filter(Severity::isShift).count() >= required;
            boolean isAlarm = (lasts || shift.severity() == Severity.MAJOR)
                    && cooldown.until(cohort).isEmpty();
            followed.add(isAlarm ? shift.raised() : shift);
        }
        return followed;
    }
}
