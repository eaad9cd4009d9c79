package io.tidemark.shift;

import io.tidemark.shift.Thresholds.Effects;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Grades the shifts of one cohort against one reference.
 *
 * <p>A grade needs both an effect, by the convention on PSI, and significance, after Benjamini–Hochberg over the features. Where a shift is not
 * significant and the noise alone would exceed the moderate effect, nothing can be told.
 */
public record Judge(Thresholds thresholds) implements Serializable {
    /** The shifts in their order, each with its q-value and grade. */
    public List<JudgedShift> grade(List<FeatureShift> shifts) {
        List<FeatureShift> tested =
                shifts.stream().filter(shift -> shift.noise() != null).toList();
        double[] q = BenjaminiHochberg.qValues(
                tested.stream().mapToDouble(shift -> shift.noise().pValue()).toArray());
        List<JudgedShift> graded = new ArrayList<>();
        int next = 0;
        for (FeatureShift shift : shifts) {
            Double qValue = shift.noise() != null ? q[next++] : null;
            graded.add(new JudgedShift(shift, qValue, severity(shift, qValue)));
        }
        return graded;
    }

    private Severity severity(FeatureShift shift, Double qValue) {
        OptionalDouble psi = shift.psi();
        if (psi.isEmpty()) {
            return Severity.CANNOT_TELL;
        }
        if (shift.noise() == null) {
            // One bin on both sides: there is nothing that could differ.
            return psi.getAsDouble() == 0 ? Severity.NONE : Severity.CANNOT_TELL;
        }
        Effects effects = thresholds.of(shift.feature().name());
        if (qValue <= thresholds.significance()) {
            if (psi.getAsDouble() >= effects.major()) {
                return Severity.MAJOR;
            }
            return psi.getAsDouble() >= effects.moderate() ? Severity.MODERATE : Severity.NEGLIGIBLE;
        }
        return shift.noise().critical() > effects.moderate() ? Severity.CANNOT_TELL : Severity.NONE;
    }
}
