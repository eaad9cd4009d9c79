package io.tidemark.spark.shift;

import io.tidemark.cohort.Cohort;
import io.tidemark.cohort.Reference;
import io.tidemark.cohort.Reference.FixedWindow;
import io.tidemark.cohort.Slice;
import io.tidemark.feature.Bins;
import io.tidemark.incident.Incidents;
import io.tidemark.measure.Comparison;
import io.tidemark.profile.Profile;
import io.tidemark.shift.Baseline;
import io.tidemark.shift.BinOutcomes;
import io.tidemark.shift.Context;
import io.tidemark.shift.FeatureStudy;
import io.tidemark.shift.NaturalVariation;
import io.tidemark.shift.SlicePart;
import io.tidemark.spark.shift.Baselines.Compared;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Studies all slices of one feature against one reference. Slices are compared over the bins of all applicants. */
public final class ReferenceStudy {
    private final StudyPlan plan;
    private final Reference reference;
    private final SortedMap<Slice, SortedMap<Cohort, Profile>> profiles;
    private final Optional<OutcomeSlices> outcomes;
    private final FeatureResult result;
    private final Baselines baselines;
    private final SortedMap<Slice, Compared> compared = new TreeMap<>();
    private final SortedMap<Cohort, Bins> bins;

    /**
     * A study of one feature.
     *
     * @param slices all applicants and the segments
     * @param outcomes those of all applicants; empty where there is no label
     */
    public ReferenceStudy(
            StudyPlan plan,
            Reference reference,
            Baselines baselines,
            SortedMap<Slice, SliceHistory> slices,
            SortedMap<Slice, SortedMap<Cohort, Profile>> profiles,
            Optional<OutcomeSlices> outcomes,
            FeatureResult result) {
        this.plan = plan;
        this.reference = reference;
        this.profiles = profiles;
        this.outcomes = outcomes;
        this.result = result;
        this.baselines = baselines;
        slices.forEach((slice, history) -> compared.put(slice, baselines.of(reference, history, profiles.get(slice))));
        this.bins = bins(compared.get(Slice.ALL));
    }

    private SortedMap<Cohort, Bins> bins(Compared ofAll) {
        Optional<Bins> standing = ofAll.standing().map(this::bins);
        SortedMap<Cohort, Bins> made = new TreeMap<>();
        ofAll.byCohort().forEach((cohort, baseline) -> made.put(cohort, standing.orElseGet(() -> bins(baseline))));
        return made;
    }

    private Bins bins(Baseline baseline) {
        return plan.binRule().bins(result.feature(), baseline.profile());
    }

    /** Adds what is found to the feature's result. */
    public void study() {
        addStanding();
        NaturalVariation natural = natural();
        Map<Slice, SortedMap<Cohort, Baseline>> byCohort = new HashMap<>();
        compared.forEach((slice, found) -> byCohort.put(slice, found.byCohort()));
        SliceParts sliceParts = new SliceParts(byCohort, profiles);
        Map<Slice, SliceCourse> courses = new HashMap<>();
        compared.forEach((slice, found) -> found.standing()
                .filter(baseline -> !bins.isEmpty())
                .ifPresent(baseline -> courses.put(slice, course(slice, baseline))));
        bins.forEach((cohort, frozen) -> {
            Map<Slice, SlicePart> parts = sliceParts.of(cohort, frozen);
            BinOutcomes known =
                    outcomes.flatMap(slices -> slices.of(cohort, frozen)).orElse(null);
            compared.forEach((slice, found) -> {
                Profile current = profiles.get(slice).get(cohort);
                if (current != null && found.byCohort().containsKey(cohort)) {
                    FeatureStudy study = study(slice, cohort);
                    BinOutcomes ofSlice = slice.isAll() ? known : null;
                    Context context = new Context(
                            slice.isAll() ? natural : null,
                            parts.get(slice),
                            courses.containsKey(slice) ? courses.get(slice).at(cohort) : null,
                            ofSlice == null ? null : ofSlice.effect(current.countInto(frozen)));
                    Comparison comparison = study.compare(current);
                    result.shifts().add(study.shift(cohort, comparison, context));
                    result.binShifts().addAll(study.binShifts(cohort, comparison, ofSlice));
                }
            });
        });
        if (reference.equals(plan.first())) {
            result.addCourse(courses.get(Slice.ALL));
            SortedMap<Cohort, Profile> ofAll = new TreeMap<>(profiles.get(Slice.ALL));
            ofAll.keySet().retainAll(bins.keySet());
            result.incidents().addAll(Incidents.of(cohort -> study(Slice.ALL, cohort), ofAll));
        }
    }

    private void addStanding() {
        compared.get(Slice.ALL).standing().ifPresent(baseline -> {
            Bins frozen = bins(baseline);
            BinOutcomes known =
                    outcomes.flatMap(slices -> slices.ofStanding(frozen)).orElse(null);
            result.bins().addAll(StoredBin.of(result.feature(), baseline, frozen, known));
        });
        compared.forEach((slice, found) -> found.standing()
                .ifPresent(baseline ->
                        result.profiles().add(StoredProfile.ofReference(result.feature(), slice, baseline, plan))));
    }

    private NaturalVariation natural() {
        return reference instanceof FixedWindow window && !bins.isEmpty()
                ? NaturalVariation.of(
                                baselines.within(window, profiles.get(Slice.ALL)),
                                bins.get(bins.firstKey()),
                                plan.smoothing())
                        .orElse(null)
                : null;
    }

    private SliceCourse course(Slice slice, Baseline baseline) {
        return SliceCourse.of(
                baseline,
                bins.get(bins.firstKey()),
                profiles.get(Slice.ALL).keySet(),
                profiles.get(slice),
                plan.pass().calendar());
    }

    private FeatureStudy study(Slice slice, Cohort cohort) {
        return new FeatureStudy(
                result.feature(),
                compared.get(slice).byCohort().get(cohort),
                slice,
                bins.get(cohort),
                plan.smoothing(),
                plan.privacyFloor());
    }
}
