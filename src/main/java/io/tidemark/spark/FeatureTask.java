package io.tidemark.spark;

import io.tidemark.cohort.Calendar;
import io.tidemark.cohort.Cohort;
import io.tidemark.cohort.Pane;
import io.tidemark.feature.Bin;
import io.tidemark.feature.Bins;
import io.tidemark.feature.Feature;
import io.tidemark.incident.Incidents;
import io.tidemark.profile.CategoricalProfile;
import io.tidemark.profile.Profile;
import io.tidemark.profile.ProfileCodec;
import io.tidemark.shift.BinShift;
import io.tidemark.shift.FeatureShift;
import io.tidemark.shift.FeatureStudy;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.api.java.function.Function;

/** Studies one feature on an executor: from its panes to its cohorts, its reference, its shifts and incidents. */
final class FeatureTask implements Function<ColumnProfiles, FeatureResult> {
    private static final double NEARLY_EVERY = 0.9;
    private static final long LEAST_PRESENT = 100;

    private final StudyPlan plan;

    FeatureTask(StudyPlan plan) {
        this.plan = plan;
    }

    @Override
    public FeatureResult call(ColumnProfiles column) {
        Feature feature = plan.pass().features().get(column.column());
        Calendar calendar = plan.pass().calendar();
        SortedMap<Cohort, Profile> cohorts = new TreeMap<>();
        Profile baseline = null;
        for (var entry : column.all().entrySet()) {
            Profile profile = ProfileCodec.decode(entry.getValue());
            boolean isPane = PassPlan.isPane(entry.getKey());
            if (isPane) {
                Pane pane = Pane.ofCode(entry.getKey());
                cohorts.merge(new Cohort(calendar.granularity(), pane.cohortStart()), profile, Profile::mergeWith);
            }
            if (!isPane || Pane.ofCode(entry.getKey()).part() == Pane.Part.IN_REFERENCE) {
                baseline = baseline == null ? profile : baseline.mergeWith(profile);
            }
        }
        String reason = whyNoFeature(feature, cohorts);
        return reason == null ? study(feature, baseline, cohorts) : FeatureResult.leftOut(feature, reason);
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

    private FeatureResult study(Feature feature, Profile baseline, SortedMap<Cohort, Profile> cohorts) {
        Bins bins = plan.binRule().bins(feature, baseline);
        FeatureStudy study =
                new FeatureStudy(feature, plan.reference(), baseline, bins, plan.smoothing(), plan.privacyFloor());
        SortedMap<Cohort, Profile> compared = new TreeMap<>(cohorts);
        compared.keySet().removeIf(plan.pass().calendar()::isReference);
        List<FeatureShift> shifts = new ArrayList<>();
        List<BinShift> binShifts = new ArrayList<>();
        compared.forEach((cohort, profile) -> {
            shifts.add(study.shift(cohort, profile));
            binShifts.addAll(study.binShifts(cohort, profile));
        });
        return new FeatureResult(
                feature,
                null,
                profiles(feature, baseline, cohorts),
                bins(feature, baseline, bins),
                shifts,
                binShifts,
                Incidents.of(study, compared));
    }

    private List<StoredProfile> profiles(Feature feature, Profile baseline, SortedMap<Cohort, Profile> cohorts) {
        List<StoredProfile> stored = new ArrayList<>();
        cohorts.forEach((cohort, profile) -> stored.add(new StoredProfile(
                StoredProfile.Part.INPUT,
                cohort.window(),
                cohort.granularity().duration(),
                feature,
                encoded(profile),
                plan.privacyFloor())));
        stored.add(new StoredProfile(
                StoredProfile.Part.BASELINE,
                plan.reference().window().orElse(null),
                null,
                feature,
                encoded(baseline),
                plan.privacyFloor()));
        return stored;
    }

    private byte[] encoded(Profile profile) {
        return ProfileCodec.encode(
                profile instanceof CategoricalProfile categorical ? categorical.masked(plan.privacyFloor()) : profile);
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
