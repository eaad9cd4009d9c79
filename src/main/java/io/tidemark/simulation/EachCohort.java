package io.tidemark.simulation;

import io.tidemark.shift.FeatureShift;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * A rule that looks at each cohort of a feature by itself.
 *
 * @param isAlarm from a feature and one of its cohorts
 */
record EachCohort(String name, BiPredicate<History, FeatureShift> isAlarm) implements Contender {
    @Override
    public boolean[][] alarms(List<History> features) {
        boolean[][] alarms = new boolean[features.size()][];
        for (int feature = 0; feature < alarms.length; feature++) {
            History history = features.get(feature);
            alarms[feature] = new boolean[history.shifts().size()];
            for (int cohort = 0; cohort < alarms[feature].length; cohort++) {
                alarms[feature][cohort] = isAlarm.test(history, history.shifts().get(cohort));
            }
        }
        return alarms;
    }
}
