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
        int cohorts = features.get(0).shifts().size();
        List<List<JudgedShift>> byFeature = new ArrayList<>();
        features.forEach(feature -> byFeature.add(new ArrayList<>()));
        for (int cohort = 0; cohort < cohorts; cohort++) {
            int at = cohort;
            List<FeatureShift> ofCohort =
                    features.stream().map(feature -> feature.shifts().get(at)).toList();
            List<JudgedShift> judged = JUDGE.grade(ofCohort);
            for (int feature = 0; feature < judged.size(); feature++) {
                byFeature.get(feature).add(judged.get(feature));
            }
        }
        boolean[][] alarms = new boolean[features.size()][cohorts];
        for (int feature = 0; feature < alarms.length; feature++) {
            Calendar calendar = new Calendar(
                    Granularity.MONTH,
                    List.of(byFeature.get(feature).get(0).shift().reference()),
                    List.of());
            List<JudgedShift> followed = ALARMS.follow(byFeature.get(feature), calendar);
            for (int cohort = 0; cohort < cohorts; cohort++) {
                alarms[feature][cohort] = followed.get(cohort).isAlarm();
            }
        }
        return alarms;
    }
}
