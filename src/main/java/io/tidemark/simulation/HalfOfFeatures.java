package io.tidemark.simulation;

import java.util.List;

/**
 * Another rule's alarms, in the cohorts in which at least half of the features raise one.
 *
 * @param each the rule for a single feature
 */
record HalfOfFeatures(Contender each) implements Contender {
    private static final double HALF = 0.5;

    @Override
    public String name() {
        return each.name() + ", half";
    }

    @Override
    public boolean[][] alarms(List<History> features) {
        boolean[][] alarms = each.alarms(features);
        for (int cohort = 0; cohort < alarms[0].length; cohort++) {
            int raised = 0;
            for (boolean[] feature : alarms) {
                raised += feature[cohort] ? 1 : 0;
            }
            if (raised < HALF * alarms.length) {
                for (boolean[] feature : alarms) {
                    feature[cohort] = false;
                }
            }
        }
        return alarms;
    }
}
