package io.tidemark.spark;

import io.tidemark.cohort.Cohort;
import io.tidemark.cohort.Reference;
import io.tidemark.cohort.Slice;
import io.tidemark.feature.Feature;
import io.tidemark.profile.CategoricalProfile;
import io.tidemark.profile.Profile;
import io.tidemark.spark.history.ColumnHistory;
import io.tidemark.spark.shift.Baselines;
import io.tidemark.spark.shift.FeatureResult;
import io.tidemark.spark.shift.KeptResult;
import io.tidemark.spark.shift.OutcomeSlices;
import io.tidemark.spark.shift.ReferenceStudy;
import io.tidemark.spark.shift.SliceHistory;
import io.tidemark.spark.shift.StoredProfile;
import io.tidemark.spark.shift.StudyPlan;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.api.java.function.Function;

/** Studies one feature on an executor: from its panes to its cohorts, its references, its shifts and incidents. */
final class FeatureTask implements Function<ColumnHistory, KeptResult> {
    private static final double NEARLY_EVERY = 0.9;
    private static final long LEAST_PRESENT = 100;

    private final StudyPlan plan;

    FeatureTask(StudyPlan plan) {
        this.plan = plan;
    }

    @Override
    public KeptResult call(ColumnHistory column) {
        Feature feature = plan.pass().features().get(column.column());
        SortedMap<Slice, SliceHistory> compared = new TreeMap<>(column.slices());
        compared.keySet().removeIf(plan::isOutcome);
        SortedMap<Slice, SortedMap<Cohort, Profile>> profiles = new TreeMap<>();
        compared.forEach((slice, history) -> profiles.put(slice, history.profiles()));
        String reason = whyNoFeature(feature, profiles.get(Slice.ALL));
        if (reason != null) {
            return KeptResult.of(FeatureResult.leftOut(feature, reason));
        }
        FeatureResult result = FeatureResult.of(feature);
        column.slices().forEach((slice, history) -> addProfiles(slice, history, result));
        for (Reference reference : plan.pass().calendar().references()) {
            Baselines baselines = new Baselines(
                    plan.pass().calendar(), profiles.get(Slice.ALL).keySet());
            Optional<OutcomeSlices> outcomes = Optional.ofNullable(plan.outcomes())
                    .map(known ->
                            new OutcomeSlices(known, plan.pass().calendar(), reference, baselines, column.slices()));
            new ReferenceStudy(plan, reference, baselines, compared, profiles, outcomes, result).study();
        }
        return KeptResult.of(result);
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

    private void addProfiles(Slice slice, SliceHistory history, FeatureResult result) {
        history.cohorts()
                .forEach((cohort, bytes) ->
                        result.profiles().add(StoredProfile.ofCohort(result.feature(), slice, cohort, bytes, plan)));
        history.parts()
                .forEach((pane, bytes) ->
                        result.profiles().add(StoredProfile.ofPart(result.feature(), slice, pane, bytes, plan)));
    }
}
