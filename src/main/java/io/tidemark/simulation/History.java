package io.tidemark.simulation;

import io.tidemark.cohort.Cohort;
import io.tidemark.cohort.Granularity;
import io.tidemark.cohort.Reference.FixedWindow;
import io.tidemark.cohort.Slice;
import io.tidemark.cohort.Window;
import io.tidemark.feature.Bins;
import io.tidemark.feature.Feature;
import io.tidemark.measure.Smoothing;
import io.tidemark.profile.BinRule;
import io.tidemark.profile.Profile;
import io.tidemark.shift.Baseline;
import io.tidemark.shift.Context;
import io.tidemark.shift.FeatureShift;
import io.tidemark.shift.FeatureStudy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One simulated feature through time, as a run sees it.
 *
 * @param bins the bins of the reference
 * @param reference the reference
 * @param ofReference the cohorts of which it consists, each against all of it
 * @param shifts the cohorts after it against it
 * @param isShifted whether a shift was planted
 */
record History(
        Feature feature,
        Bins bins,
        Profile reference,
        List<FeatureShift> ofReference,
        List<FeatureShift> shifts,
        boolean isShifted) {
    static final Smoothing SMOOTHING = new Smoothing.HalfCount();
    private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);
    private static final long PRIVACY_FLOOR = 10;
    private static final BinRule RULE = new BinRule(10, Map.of(), PRIVACY_FLOOR);

    static History of(Feature feature, List<Profile> reference, List<Profile> cohorts, boolean isShifted) {
        Profile whole = Profile.merged(reference).orElseThrow();
        Bins bins = RULE.bins(feature, whole);
        FixedWindow window = new FixedWindow(
                new Window(FIRST, cohort(reference.size() - 1).window().to()));
        FeatureStudy study = new FeatureStudy(
                feature, new Baseline(window, window.span(), whole), Slice.ALL, bins, SMOOTHING, PRIVACY_FLOOR);
        List<FeatureShift> before = new ArrayList<>();
        for (int i = 0; i < reference.size(); i++) {
            before.add(study.shift(cohort(i), reference.get(i), Context.NONE));
        }
        List<FeatureShift> after = new ArrayList<>();
        for (int i = 0; i < cohorts.size(); i++) {
            after.add(study.shift(cohort(reference.size() + i), cohorts.get(i), Context.NONE));
        }
        return new History(feature, bins, whole, before, after, isShifted);
    }

    private static Cohort cohort(int month) {
        return new Cohort(Granularity.MONTH, FIRST.plusMonths(month));
    }
}
