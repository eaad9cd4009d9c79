package io.tidemark.simulation;

import io.tidemark.cohort.Calendar;
import io.tidemark.cohort.Cooldown;
import io.tidemark.cohort.Granularity;
import io.tidemark.shift.AlarmRule;
import io.tidemark.shift.FeatureShift;
import io.tidemark.shift.Judge;
import io.tidemark.shift.JudgedShift;
import io.tidemark.shift.Thresholds;
import java.util.ArrayList;
import java.util.List;

/** The rule of a run with nothing configured: severity, and two of the last three cohorts or a major one. */
final class TidemarkRule implements Contender {
    private static final Judge JUDGE = new Judge(Thresholds.CONVENTION);
    private static final AlarmRule ALARMS = new AlarmRule(2, 3, new Cooldown(List.of(), 0));

    @Override
    public String name() {
        return "Tidemark";
    }

    @Override
    public boolean[][] alarms(List<History> features) {
        List<List<JudgedShift>> judged = judged(features);
        boolean[][] alarms = new boolean[judged.size()][];
        for (int feature = 0; feature < alarms.length; feature++) {
            List<JudgedShift> course = judged.get(feature);
            alarms[feature] = new boolean[course.size()];
            for (int cohort = 0; cohort < course.size(); cohort++) {
                alarms[feature][cohort] = course.get(cohort).isAlarm();
            }
        }
        return alarms;
    }

    /** The shifts of each feature, cohort by cohort, graded and followed. */
    static List<List<JudgedShift>> judged(List<History> features) {
        int cohorts = features.get(0).shifts().size();
        List<List<JudgedShift>> byFeature = new ArrayList<>();
        features.forEach(feature -> byFeature.add(new ArrayList<>()));
        for (int cohort = 0; cohort < cohorts; cohort++) {
            int at = cohort;
            List<FeatureShift> ofCohort =
                    features.stream().map(feature -> feature.shifts().get(at)).toList();
            List<JudgedShift> graded = JUDGE.grade(ofCohort);
            for (int feature = 0; feature < graded.size(); feature++) {
                byFeature.get(feature).add(graded.get(feature));
            }
        }
        return byFeature.stream()
                .map(course -> ALARMS.follow(
                        course,
                        new Calendar(
                                Granularity.MONTH, List.of(course.get(0).shift().reference()), List.of())))
                .toList();
    }
}
