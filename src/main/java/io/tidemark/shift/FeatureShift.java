package io.tidemark.shift;

import io.tidemark.cohort.Cohort;
import io.tidemark.cohort.Reference;
import io.tidemark.cohort.Slice;
import io.tidemark.cohort.Window;
import io.tidemark.feature.Bin;
import io.tidemark.feature.Feature;
import io.tidemark.measure.KolmogorovSmirnovTest;
import io.tidemark.measure.MannWhitneyTest;
import io.tidemark.measure.MeasureResult;
import io.tidemark.measure.MeasureResult.Value;
import io.tidemark.measure.PopulationStabilityIndex;
import io.tidemark.shift.CauchyCombination.Weighed;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How one feature of one cohort differs from its reference. Differences are current minus reference.
 *
 * @param referenceWindow the days of the reference, from the first to the last; null where it is another table
 * @param slice the applicants within the cohort and the reference that were looked at
 * @param rows applicants of the cohort
 * @param referenceRows applicants of the reference
 * @param averageDelta difference of the means; null where either has none, as for categories
 * @param missingShareDelta difference of the shares without a value
 * @param zeroShareDelta difference of the shares that are zero; null for categories
 * @param distinctShareDelta difference of (different values / applicants); null where either is not known exactly
 * @param measures every measure of the catalogue, by its id
 * @param noise what PSI would be without a shift; null where it has no law
 * @param widestBin the bin whose share changed most
 * @param newValues values that the reference has never seen, that enough applicants carry
 * @param lostValues values that the reference has and that nobody carries any more, though at least five were expected
 * @param smoothing the smoothing of PSI, by its name
 * @param context what is known around it
 */
public record FeatureShift(
        Feature feature,
        Cohort cohort,
        Reference reference,
        Window referenceWindow,
        Slice slice,
        long rows,
        long referenceRows,
        Double averageDelta,
        double missingShareDelta,
        Double zeroShareDelta,
        Double distinctShareDelta,
        Map<String, MeasureResult> measures,
        PsiNoise noise,
        Bin widestBin,
        List<String> newValues,
        List<String> lostValues,
        String smoothing,
        Context context)
        implements Serializable {
    /** How much the reference's own cohorts differ; null where it is not known. */
    public NaturalVariation natural() {
        return context.natural();
    }

    /** What the slice adds to the shift of all; null for all applicants. */
    public SlicePart part() {
        return context.part();
    }

    /** Where the cohort is in the course of the feature; null where the reference goes along with the cohort. */
    public Departure departure() {
        return context.departure();
    }

    /** What the shift does to the share of bad outcomes; null for a slice, and where the reference has no outcomes. */
    public OutcomeEffect effect() {
        return context.effect();
    }

    /** The population stability index, where it is defined. */
    public OptionalDouble psi() {
        return value(PopulationStabilityIndex.ID);
    }

    /**
     * The probability of what was found, or of more, if nothing shifted: that of PSI by its law, together with those of the tests of a numeric
     * feature. Bins see values that come and go, Kolmogorov–Smirnov sees amounts that move anywhere, Mann–Whitney those that move a little all
     * together. They count as 1 : 2 : 3, since what only bins see is seldom small. Empty where PSI has no law.
     */
    public OptionalDouble pValue() {
        if (noise == null) {
            return OptionalDouble.empty();
        }
        // Of simulated numbers that move by little, as many are seen by these weights as by the Wasserstein distance;
        // 0.02 fewer by equal ones.
        List<Weighed> tests = new ArrayList<>(List.of(new Weighed(noise.pValue(), 1)));
        weighed(KolmogorovSmirnovTest.ID, 2).ifPresent(tests::add);
        weighed(MannWhitneyTest.ID, 3).ifPresent(tests::add);
        return OptionalDouble.of(CauchyCombination.of(tests));
    }

    private Optional<Weighed> weighed(String test, double weight) {
        return measures.get(test) instanceof MeasureResult.Test found
                ? Optional.of(new Weighed(found.pValue(), weight))
                : Optional.empty();
    }

    /** The value of a measure, or a test's statistic, where it is defined. */
    public OptionalDouble value(String measure) {
        MeasureResult result = measures.get(measure);
        if (result instanceof Value found) {
            return OptionalDouble.of(found.value());
        }
        return result instanceof MeasureResult.Test test ? OptionalDouble.of(test.statistic()) : OptionalDouble.empty();
    }
}
