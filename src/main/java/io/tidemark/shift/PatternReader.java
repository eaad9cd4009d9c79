package io.tidemark.shift;

import io.tidemark.cohort.DriftType;
import io.tidemark.cohort.Reference;
import io.tidemark.shift.Onset.Form;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * Reads the pattern off what several references say of one feature of one cohort, and off its course through the cohorts.
 *
 * <ul>
 *   <li>the deciding reference, which is the first, sees no shift: STABLE; or SPELL where the feature was away by a shift and has come back
 *   <li>it sees one, and the same period of the year before sees none, or at most a third of it: SEASONAL
 *   <li>it sees one, and the feature left in equal steps over three cohorts or more: DRIFT; else BREAK
 * </ul>
 *
 * @param references all references, the deciding one first
 * @param thresholds from where on a shift is one
 */
public record PatternReader(List<Reference> references, Thresholds thresholds) implements Serializable {
    /** No two years are the same: how much of a shift may be left for it to be the season's. */
    private static final double LEFT = 1.0 / 3;

    public PatternReader {
        references = List.copyOf(references);
    }

    /**
     * The shifts with their pattern.
     *
     * @param shifts one feature, slice and cohort against its references
     */
    public List<JudgedShift> read(List<JudgedShift> shifts) {
        Optional<JudgedShift> decisive = shifts.stream()
                .filter(shift -> shift.shift().reference().equals(references.get(0)))
                .findFirst();
        Pattern pattern = decisive.map(shift -> pattern(shift, shifts)).orElse(null);
        return shifts.stream().map(shift -> shift.with(pattern)).toList();
    }

    private Pattern pattern(JudgedShift decisive, List<JudgedShift> shifts) {
        if (decisive.severity() == Severity.CANNOT_TELL) {
            return null;
        }
        Departure departure = decisive.shift().departure();
        if (!decisive.severity().isShift()) {
            double moderate = thresholds.psi(decisive.shift().feature().name()).moderate();
            return departure != null && departure.largestBefore() >= moderate ? Pattern.SPELL : Pattern.STABLE;
        }
        boolean isSeason = shifts.stream()
                .filter(shift -> shift.shift().reference().driftType() == DriftType.SEASONAL)
                .anyMatch(shift -> isMostlyGone(shift, decisive));
        if (isSeason) {
            return Pattern.SEASONAL;
        }
        return departure != null && departure.form() == Form.RAMP ? Pattern.DRIFT : Pattern.BREAK;
    }

    /** Whether little is left of a shift against the year before: no shift, or a small part of what the deciding reference sees. */
    private static boolean isMostlyGone(JudgedShift seasonal, JudgedShift decisive) {
        if (seasonal.severity() == Severity.CANNOT_TELL) {
            return false;
        }
        return !seasonal.severity().isShift() || excess(seasonal) <= LEFT * excess(decisive);
    }

    private static double excess(JudgedShift judged) {
        return judged.shift().noise().excess(judged.shift().psi().orElseThrow());
    }
}
