package io.tidemark.shift;

import io.tidemark.shift.Thresholds.Effects;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Grades the shifts of one cohort against one reference.
 *
 * <p>A grade needs both an effect and significance, after Benjamini–Hochberg over the features. The effect is PSI without its expectation under no
 * shift, held against the convention: a feature of a hundred categories has a PSI of 0.10 from a thousand applicants by chance alone, and would
 * be called moderate for the least shift. Where samples are large the two are the same. Where a shift is not significant, and one of moderate
 * effect could have been missed as well, nothing can be told.
 */
public record Judge(Thresholds thresholds) implements Serializable {
    /**
     * An effect of twice the least that is significant is seen in four cases of five: {@code ncx2.sf(c, B-1, 2*(c-(B-1)))} of SciPy, c the 95 %
     * point of the law, is 0.76 for 5 bins, 0.81 for 10 and 0.89 for 96.
     */
    private static final double VISIBLE = 2;

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
        double effect = shift.noise().excess(psi.getAsDouble());
        if (qValue <= thresholds.significance()) {
            if (effect >= effects.major()) {
                return Severity.MAJOR;
            }
            return effect >= effects.moderate() ? Severity.MODERATE : Severity.NEGLIGIBLE;
        }
        double leastSignificant = shift.noise().excess(shift.noise().critical());
        return VISIBLE * leastSignificant > effects.moderate() ? Severity.CANNOT_TELL : Severity.NONE;
    }
}
