package io.tidemark.shift;

import io.tidemark.cohort.Cohort;
import io.tidemark.cohort.Slice;
import io.tidemark.feature.Bin;
import io.tidemark.feature.BinKind;
import io.tidemark.feature.Bins;
import io.tidemark.feature.Feature;
import io.tidemark.measure.Comparison;
import io.tidemark.measure.Contingency;
import io.tidemark.measure.LInfinityDistance;
import io.tidemark.measure.MeasureResult;
import io.tidemark.measure.MeasureResult.Value;
import io.tidemark.measure.Measures;
import io.tidemark.measure.PopulationStabilityIndex;
import io.tidemark.measure.Smoothing;
import io.tidemark.profile.CategoricalProfile;
import io.tidemark.profile.NumericProfile;
import io.tidemark.profile.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** One feature: its reference, the bins that are frozen with it, and how each cohort compares. */
public final class FeatureStudy {
    /** A value counts as lost where at least this many applicants were expected to carry it. */
    private static final double EXPECTED_TO_MISS = 5;

    private final Feature feature;
    private final Baseline reference;
    private final Slice slice;
    private final Profile baseline;
    private final Bins bins;
    private final Smoothing smoothing;
    private final long privacyFloor;

    /**
     * A study of one feature against one reference.
     *
     * @param reference the reference's applicants of the slice
     * @param slice the applicants that are looked at
     * @param bins the bins that were made from it
     * @param privacyFloor how many applicants must carry a value for it to be named
     */
    public FeatureStudy(
            Feature feature, Baseline reference, Slice slice, Bins bins, Smoothing smoothing, long privacyFloor) {
        this.feature = feature;
        this.reference = reference;
        this.slice = slice;
        this.baseline = reference.profile();
        this.bins = bins;
        this.smoothing = smoothing;
        this.privacyFloor = privacyFloor;
    }

    public Feature feature() {
        return feature;
    }

    public Profile baseline() {
        return baseline;
    }

    public Bins bins() {
        return bins;
    }

    public Comparison compare(Profile current) {
        return Comparison.of(baseline, current, bins, smoothing);
    }

    /**
     * How a cohort, which has at least one applicant, compares with the reference.
     *
     * @param context what is known around it
     */
    public FeatureShift shift(Cohort cohort, Profile current, Context context) {
        return shift(cohort, compare(current), context);
    }

    /** The same from a comparison that is at hand. */
    public FeatureShift shift(Cohort cohort, Comparison comparison, Context context) {
        Profile current = comparison.current();
        Contingency table = comparison.contingency();
        Map<String, MeasureResult> measures = Measures.of(comparison);
        PsiNoise noise = measures.get(PopulationStabilityIndex.ID) instanceof Value
                ? PsiNoise.of(table, smoothing).orElse(null)
                : null;
        return new FeatureShift(
                feature,
                cohort,
                reference.reference(),
                reference.window(),
                slice,
                current.rows(),
                baseline.rows(),
                averageDelta(current),
                current.missingShare() - baseline.missingShare(),
                zeroShareDelta(current),
                distinctShareDelta(current),
                measures,
                noise,
                table.bin(LInfinityDistance.widestBin(table)),
                newValues(current),
                lostValues(table),
                smoothing.id(),
                context);
    }

    /**
     * Every bin that is not empty on both sides.
     *
     * @param outcomes those of the applicants by bin; null where nothing is known of any
     */
    public List<BinShift> binShifts(Cohort cohort, Comparison comparison, BinOutcomes outcomes) {
        Contingency table = comparison.contingency();
        List<BinShift> shifts = new ArrayList<>();
        for (int i = 0; i < table.size(); i++) {
            double contribution = PopulationStabilityIndex.contribution(table, i, smoothing);
            shifts.add(new BinShift(
                    feature,
                    cohort,
                    reference.reference(),
                    slice,
                    table.bin(i),
                    table.referenceShare(i),
                    table.currentShare(i),
                    Double.isFinite(contribution) ? contribution : null,
                    outcomes == null
                            ? null
                            : outcomes.referenceBadRate(bins.list().indexOf(table.bin(i))),
                    outcomes == null ? null : outcomes.badRate(bins.list().indexOf(table.bin(i)))));
        }
        return shifts;
    }

    private Double averageDelta(Profile current) {
        if (baseline instanceof NumericProfile before && current instanceof NumericProfile now) {
            OptionalDouble from = before.mean();
            OptionalDouble to = now.mean();
            return from.isPresent() && to.isPresent() ? Double.valueOf(to.getAsDouble() - from.getAsDouble()) : null;
        }
        return null;
    }

    private Double zeroShareDelta(Profile current) {
        return baseline instanceof NumericProfile before && current instanceof NumericProfile now
                ? Double.valueOf((double) now.zeros() / now.rows() - (double) before.zeros() / before.rows())
                : null;
    }

    private Double distinctShareDelta(Profile current) {
        return baseline.distinct().isExact() && current.distinct().isExact()
                ? Double.valueOf((double) current.distinct().atLeast() / current.rows()
                        - (double) baseline.distinct().atLeast() / baseline.rows())
                : null;
    }

    /** The values in the NEW bin that enough applicants carry, the most frequent first. */
    public List<String> newValues(Profile current) {
        if (current instanceof CategoricalProfile categorical) {
            int unseen = bins.indexOf(BinKind.NEW);
            return categorical.frequent(Integer.MAX_VALUE, privacyFloor).stream()
                    .map(Map.Entry::getKey)
                    .filter(category -> bins.indexOf(category) == unseen)
                    .toList();
        }
        return ((NumericProfile) current).valuesInto(bins, BinKind.NEW, privacyFloor);
    }

    private List<String> lostValues(Contingency table) {
        List<String> lost = new ArrayList<>();
        for (int i = 0; i < table.size(); i++) {
            Bin bin = table.bin(i);
            boolean wasExpected = table.currentTotal() * table.referenceShare(i) >= EXPECTED_TO_MISS;
            if (bin.kind() == BinKind.VALUE && table.current(i) == 0 && wasExpected) {
                lost.add(bin.value());
            }
        }
        return lost;
    }
}
