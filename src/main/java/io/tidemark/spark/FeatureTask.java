package io.tidemark.spark;

import io.tidemark.cohort.Calendar;
import io.tidemark.cohort.Cohort;
import io.tidemark.cohort.Reference;
import io.tidemark.cohort.Reference.FixedWindow;
import io.tidemark.cohort.Slice;
import io.tidemark.feature.Bins;
import io.tidemark.feature.Feature;
import io.tidemark.incident.Incidents;
import io.tidemark.profile.CategoricalProfile;
import io.tidemark.profile.Profile;
import io.tidemark.shift.Baseline;
import io.tidemark.shift.FeatureStudy;
import io.tidemark.shift.NaturalVariation;
import io.tidemark.spark.Baselines.Compared;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.api.java.function.Function;

/** Studies one feature on an executor: from its panes to its cohorts, its references, its shifts and incidents. */
final class FeatureTask implements Function<ColumnHistory, FeatureResult> {
    private static final double NEARLY_EVERY = 0.9;
    private static final long LEAST_PRESENT = 100;

    private final StudyPlan plan;

    FeatureTask(StudyPlan plan) {
        this.plan = plan;
    }

    @Override
    public FeatureResult call(ColumnHistory column) {
        Feature feature = plan.pass().features().get(column.column());
        SortedMap<Slice, SortedMap<Cohort, Profile>> profiles = new TreeMap<>();
        column.slices().forEach((slice, history) -> profiles.put(slice, history.profiles()));
        String reason = whyNoFeature(feature, profiles.get(Slice.ALL));
        return reason == null ? study(feature, column.slices(), profiles) : FeatureResult.leftOut(feature, reason);
    }

    private String whyNoFeature(Feature feature, SortedMap<Cohort, Profile> cohorts) {
        long present = 0;
        long distinct = 0;
        for (Profile profile : cohorts.values()) {
            if (!(profile instanceof CategoricalProfile categorical)) {
                return null;
            }
            present += categorical.present();
            distinct += categorical.distinct().atLeast();
        }
        boolean isIdentifier = present >= LEAST_PRESENT && distinct >= NEARLY_EVERY * present;
        return isIdentifier && !plan.asked().contains(feature.name())
                ? "it is an identifier: nearly every applicant has a different value"
                : null;
    }

    private FeatureResult study(
            Feature feature,
            SortedMap<Slice, SliceHistory> slices,
            SortedMap<Slice, SortedMap<Cohort, Profile>> profiles) {
        Calendar calendar = plan.pass().calendar();
        FeatureResult result = FeatureResult.of(feature);
        slices.forEach((slice, history) -> addProfiles(slice, history, result));
        Baselines baselines = new Baselines(calendar, profiles.get(Slice.ALL).keySet());
        for (Reference reference : calendar.references()) {
            Compared ofAll = baselines.of(reference, slices.get(Slice.ALL), profiles.get(Slice.ALL));
            SortedMap<Cohort, Bins> bins = bins(feature, ofAll.byCohort());
            ofAll.standing()
                    .ifPresent(baseline -> result.bins()
                            .addAll(StoredBin.of(
                                    feature, baseline, plan.binRule().bins(feature, baseline.profile()))));
            slices.forEach((slice, history) -> {
                Compared ofSlice = slice.isAll() ? ofAll : baselines.of(reference, history, profiles.get(slice));
                ofSlice.standing()
                        .ifPresent(baseline ->
                                result.profiles().add(StoredProfile.ofReference(feature, slice, baseline, plan)));
                NaturalVariation natural = slice.isAll() ? natural(reference, baselines, bins, profiles) : null;
                compare(slice, ofSlice.byCohort(), bins, natural, profiles.get(slice), result);
            });
        }
        return result;
    }

    /** The bins of all applicants, which are those of their slices as well. */
    private SortedMap<Cohort, Bins> bins(Feature feature, SortedMap<Cohort, Baseline> baselines) {
        SortedMap<Cohort, Bins> bins = new TreeMap<>();
        Baseline last = null;
        Bins ofLast = null;
        for (Map.Entry<Cohort, Baseline> entry : baselines.entrySet()) {
            // The same for all cohorts where the reference is.
            if (!entry.getValue().equals(last)) {
                last = entry.getValue();
                ofLast = plan.binRule().bins(feature, last.profile());
            }
            bins.put(entry.getKey(), ofLast);
        }
        return bins;
    }

    private NaturalVariation natural(
            Reference reference,
            Baselines baselines,
            SortedMap<Cohort, Bins> bins,
            SortedMap<Slice, SortedMap<Cohort, Profile>> profiles) {
        return reference instanceof FixedWindow window && !bins.isEmpty()
                ? NaturalVariation.of(
                                baselines.within(window, profiles.get(Slice.ALL)),
                                bins.get(bins.firstKey()),
                                plan.smoothing())
                        .orElse(null)
                : null;
    }

    private void compare(
            Slice slice,
            SortedMap<Cohort, Baseline> baselines,
            SortedMap<Cohort, Bins> bins,
            NaturalVariation natural,
            SortedMap<Cohort, Profile> profiles,
            FeatureResult result) {
        Map<Cohort, FeatureStudy> studies = new HashMap<>();
        SortedMap<Cohort, Profile> compared = new TreeMap<>();
        baselines.forEach((cohort, baseline) -> {
            if (bins.containsKey(cohort)) {
                FeatureStudy study = new FeatureStudy(
                        result.feature(),
                        baseline,
                        slice,
                        bins.get(cohort),
                        plan.smoothing(),
                        plan.privacyFloor(),
                        natural);
                studies.put(cohort, study);
                compared.put(cohort, profiles.get(cohort));
                result.shifts().add(study.shift(cohort, profiles.get(cohort)));
                result.binShifts().addAll(study.binShifts(cohort, profiles.get(cohort)));
            }
        });
        boolean isDecisive = baselines.values().stream()
                .allMatch(baseline -> baseline.reference().equals(plan.first()));
        if (slice.isAll() && isDecisive) {
            result.incidents().addAll(Incidents.of(studies::get, compared));
        }
    }

    private void addProfiles(Slice slice, SliceHistory history, FeatureResult result) {
        history.cohorts()
                .forEach((cohort, bytes) ->
                        result.profiles().add(StoredProfile.ofCohort(result.feature(), slice, cohort, bytes, plan)));
        history.parts()
                .forEach((pane, bytes) ->
                        result.profiles().add(StoredProfile.ofPart(result.feature(), slice, pane, bytes, plan)));
    }
}
