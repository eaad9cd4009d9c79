package io.tidemark.spark;

import io.tidemark.cohort.Calendar;
import io.tidemark.cohort.Cohort;
import io.tidemark.cohort.Slice;
import io.tidemark.feature.Bin;
import io.tidemark.feature.Bins;
import io.tidemark.feature.Feature;
import io.tidemark.incident.Incidents;
import io.tidemark.profile.CategoricalProfile;
import io.tidemark.profile.Profile;
import io.tidemark.profile.ProfileCodec;
import io.tidemark.shift.FeatureStudy;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.apache.spark.api.java.function.Function;

/** Studies one feature on an executor: from its panes to its cohorts, its reference, its shifts and incidents. */
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
        String reason = whyNoFeature(feature, column.slices().get(Slice.ALL).profiles());
        return reason == null ? study(feature, column.slices()) : FeatureResult.leftOut(feature, reason);
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

    private FeatureResult study(Feature feature, SortedMap<Slice, SliceHistory> slices) {
        Calendar calendar = plan.pass().calendar();
        Profile baseline = slices.get(Slice.ALL).baseline(calendar).orElseThrow();
        Bins bins = plan.binRule().bins(feature, baseline);
        FeatureResult result = new FeatureResult(
                feature,
                null,
                new ArrayList<>(),
                bins(feature, baseline, bins),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>());
        slices.forEach((slice, history) -> {
            addProfiles(feature, slice, history, result.profiles());
            history.baseline(calendar).ifPresent(within -> {
                result.profiles()
                        .add(stored(StoredProfile.Part.BASELINE, null, slice, feature, ProfileCodec.encode(within)));
                compare(feature, slice, within, bins, history, result);
            });
        });
        return result;
    }

    /** Compares the cohorts of one slice with the same slice of the reference, over the bins of all applicants. */
    private void compare(
            Feature feature, Slice slice, Profile baseline, Bins bins, SliceHistory history, FeatureResult result) {
        FeatureStudy study = new FeatureStudy(
                feature, plan.reference(), slice, baseline, bins, plan.smoothing(), plan.privacyFloor());
        SortedMap<Cohort, Profile> compared = history.profiles();
        compared.keySet().removeIf(plan.pass().calendar()::isReference);
        compared.forEach((cohort, profile) -> {
            result.shifts().add(study.shift(cohort, profile));
            result.binShifts().addAll(study.binShifts(cohort, profile));
        });
        if (slice.isAll()) {
            result.incidents().addAll(Incidents.of(study, compared));
        }
    }

    private void addProfiles(Feature feature, Slice slice, SliceHistory history, List<StoredProfile> stored) {
        history.cohorts()
                .forEach(
                        (cohort, bytes) -> stored.add(stored(StoredProfile.Part.INPUT, cohort, slice, feature, bytes)));
        history.referenceParts()
                .forEach((cohort, bytes) ->
                        stored.add(stored(StoredProfile.Part.REFERENCE_PART, cohort, slice, feature, bytes)));
    }

    private StoredProfile stored(StoredProfile.Part part, Cohort cohort, Slice slice, Feature feature, byte[] encoded) {
        return new StoredProfile(
                part,
                cohort == null ? plan.reference().window().orElse(null) : cohort.window(),
                cohort == null ? null : cohort.granularity().duration(),
                slice,
                feature,
                encoded,
                plan.privacyFloor());
    }

    private List<StoredBin> bins(Feature feature, Profile baseline, Bins bins) {
        long[] counts = baseline.countInto(bins);
        List<StoredBin> stored = new ArrayList<>();
        for (int i = 0; i < bins.size(); i++) {
            Bin bin = bins.list().get(i);
            double share = (double) counts[i] / baseline.rows();
            stored.add(new StoredBin(feature, plan.reference(), i, bin, counts[i], share));
        }
        return stored;
    }
}
