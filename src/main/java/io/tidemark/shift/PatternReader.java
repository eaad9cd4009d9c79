package io.tidemark.shift;

import io.tidemark.cohort.DriftType;
import io.tidemark.cohort.Reference;
import java.util.List;
import java.util.Optional;

/**
 * Reads the pattern off what several references say of one feature of one cohort.
 *
 * <ul>
 *   <li>the deciding reference, which is the first, sees no shift: STABLE
 *   <li>it sees one, and the same period of the year before sees none, or at most a third of it: SEASONAL
 *   <li>it sees one, and no cohort since moved against the one before: DRIFT; else BREAK
 * </ul>
 */
public final class PatternReader {
    /** No two years are the same: how much of a shift may be left for it to be the season's. */
    private static final double LEFT = 1.0 / 3;

    private PatternReader() {}

    /**
     * The shifts with their pattern.
     *
     * @param shifts one feature, slice and cohort against its references
     * @param references all references, the deciding one first
     */
    public static List<JudgedShift> read(List<JudgedShift> shifts, List<Reference> references) {
        Optional<JudgedShift> decisive = shifts.stream()
                .filter(shift -> shift.shift().reference().equals(references.get(0)))
                .findFirst();
        Pattern pattern = decisive.map(shift -> pattern(shift, shifts)).orElse(null);
        return shifts.stream().map(shift -> shift.with(pattern)).toList();
    }

    private static Pattern pattern(JudgedShift decisive, List<JudgedShift> shifts) {
        if (decisive.severity() == Severity.CANNOT_TELL) {
            return null;
        }
        if (!decisive.severity().isShift()) {
            return Pattern.STABLE;
        }
        boolean isSeason = shifts.stream()
                .filter(shift -> shift.shift().reference().driftType() == DriftType.SEASONAL)
                .anyMatch(shift -> isMostlyGone(shift, decisive));
        return isSeason ? Pattern.SEASONAL : Pattern.BREAK;
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
