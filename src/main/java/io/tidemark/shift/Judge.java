package io.tidemark.shift;

import io.tidemark.measure.PopulationStabilityIndex;
import io.tidemark.shift.Thresholds.Effects;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

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

    /**
     * Bins are made from the reference itself. Where it has fewer applicants than ten for each of ten bins, its own counts say little of the
     * shares, and the law of PSI, which takes bins as given, does not hold.
     */
    private static final long FEWEST_OF_REFERENCE = 100;

    /** The shifts in their order, each with its q-value and grade. */
    public List<JudgedShift> grade(List<FeatureShift> shifts) {
        List<Double> q = qValues(shifts.stream().map(Judge::pValue).toList());
        return IntStream.range(0, shifts.size())
                .mapToObj(i -> grade(shifts.get(i), q.get(i), null))
                .toList();
    }

    /**
     * One of them.
     *
     * @param qValue the one it has among all; null where the shift has no p-value
     * @param importance that of the feature, 0..1; null where it is not known
     */
    public JudgedShift grade(FeatureShift shift, Double qValue, Double importance) {
        Severity severity = severity(shift, qValue);
        Long needed = severity == Severity.CANNOT_TELL ? rowsNeeded(shift) : null;
        return new JudgedShift(shift, qValue, severity, needed, false, null, importance);
    }

    /** The p-value with which a shift is tested beside others; null where PSI has no law. */
    public static Double pValue(FeatureShift shift) {
        OptionalDouble p = shift.pValue();
        return p.isPresent() ? Double.valueOf(p.getAsDouble()) : null;
    }

    /**
     * The q-values of all shifts of one cohort against one reference.
     *
     * @param pValues null for those without one, which are not counted
     */
    public List<Double> qValues(List<Double> pValues) {
        double[] q = thresholds
                .multiplicity()
                .qValues(pValues.stream()
                        .filter(Objects::nonNull)
                        .mapToDouble(Double::doubleValue)
                        .toArray());
        List<Double> placed = new ArrayList<>();
        int next = 0;
        for (Double p : pValues) {
            placed.add(p == null ? null : Double.valueOf(q[next++]));
        }
        return placed;
    }

    private Severity severity(FeatureShift shift, Double qValue) {
        OptionalDouble psi = shift.psi();
        if (psi.isEmpty() || shift.referenceRows() < FEWEST_OF_REFERENCE) {
            return Severity.CANNOT_TELL;
        }
        if (shift.noise() == null) {
            // One bin on both sides: there is nothing that could differ.
            return psi.getAsDouble() == 0 ? Severity.NONE : Severity.CANNOT_TELL;
        }
        if (qValue <= thresholds.significance()) {
            return graded(shift);
        }
        return VISIBLE * leastSignificant(shift) > effects(shift).moderate() ? Severity.CANNOT_TELL : Severity.NONE;
    }

    /** The gravest that any measure with thresholds says of a shift that is more than chance. */
    private Severity graded(FeatureShift shift) {
        String feature = shift.feature().name();
        Severity gravest = effects(shift).of(shift.noise().excess(shift.psi().orElseThrow()));
        for (String measure : thresholds.effects().keySet()) {
            OptionalDouble value = shift.value(measure);
            Optional<Effects> effects = thresholds.of(measure, feature);
            if (!measure.equals(PopulationStabilityIndex.ID) && effects.isPresent() && value.isPresent()) {
                Severity severity = effects.get().of(value.getAsDouble());
                gravest = severity.compareTo(gravest) > 0 ? severity : gravest;
            }
        }
        return gravest;
    }

    private Effects effects(FeatureShift shift) {
        return thresholds.psi(shift.feature().name());
    }

    private static double leastSignificant(FeatureShift shift) {
        return shift.noise().excess(shift.noise().critical());
    }

    /** From how many applicants on a moderate shift would be seen: what is needed of 1/n + 1/m is in proportion to the effect. */
    private Long rowsNeeded(FeatureShift shift) {
        if (shift.noise() == null || shift.referenceRows() < FEWEST_OF_REFERENCE) {
            return null;
        }
        double scale = 1.0 / shift.rows() + 1.0 / shift.referenceRows();
        double allowed = scale * effects(shift).moderate() / (VISIBLE * leastSignificant(shift));
        double share = allowed - 1.0 / shift.referenceRows();
        return share > 0 ? (long) Math.ceil(1 / share) : null;
    }

    /** Whether a cohort of the reference differs from the others of it by an effect that would be called a shift. */
    public boolean isUnsteady(FeatureShift shift) {
        NaturalVariation natural = shift.natural();
        return natural != null
                && natural.pValue() <= thresholds.significance()
                && natural.excess() >= effects(shift).moderate();
    }
}
