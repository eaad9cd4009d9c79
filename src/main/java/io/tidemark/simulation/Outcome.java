package io.tidemark.simulation;

/**
 * What a rule made of histories: sums over replays.
 *
 * @param quietPairs features without a planted shift, by cohorts
 * @param falseAlarms alarms among them
 * @param noisyCohorts cohorts with an alarm of a feature without a shift
 * @param shiftedPairs features with a planted shift, by cohorts
 * @param seen alarms among them
 * @param shifted features with a planted shift
 * @param foundSoon those of them that raise an alarm in one of the first three cohorts
 */
record Outcome(
        long quietPairs,
        long falseAlarms,
        long noisyCohorts,
        long shiftedPairs,
        long seen,
        long shifted,
        long foundSoon) {
    static final Outcome NONE = new Outcome(0, 0, 0, 0, 0, 0, 0);
    private static final int SOON = 3;

    /**
     * The outcome of one replay.
     *
     * @param alarms by feature and cohort
     * @param isShifted by feature
     */
    static Outcome of(boolean[][] alarms, boolean[] isShifted) {
        Outcome sum = NONE;
        boolean[] noisy = new boolean[alarms[0].length];
        for (int feature = 0; feature < alarms.length; feature++) {
            long raised = 0;
            boolean isFound = false;
            for (int cohort = 0; cohort < noisy.length; cohort++) {
                raised += alarms[feature][cohort] ? 1 : 0;
                isFound |= alarms[feature][cohort] && cohort < SOON;
                noisy[cohort] |= alarms[feature][cohort] && !isShifted[feature];
            }
            sum = sum.plus(
                    isShifted[feature]
                            ? new Outcome(0, 0, 0, noisy.length, raised, 1, isFound ? 1 : 0)
                            : new Outcome(noisy.length, raised, 0, 0, 0, 0, 0));
        }
        long cohorts = 0;
        for (boolean isNoisy : noisy) {
            cohorts += isNoisy ? 1 : 0;
        }
        return sum.plus(new Outcome(0, 0, cohorts, 0, 0, 0, 0));
    }

    Outcome plus(Outcome other) {
        return new Outcome(
                quietPairs + other.quietPairs,
                falseAlarms + other.falseAlarms,
                noisyCohorts + other.noisyCohorts,
                shiftedPairs + other.shiftedPairs,
                seen + other.seen,
                shifted + other.shifted,
                foundSoon + other.foundSoon);
    }

    /** The share of features and cohorts without a shift that raise an alarm, 0..1. */
    double falseAlarmRate() {
        return (double) falseAlarms / quietPairs;
    }

    /** The share of features and cohorts with a shift that raise an alarm, 0..1. */
    double power() {
        return (double) seen / shiftedPairs;
    }

    /** The share of shifts that raise an alarm in one of the first three cohorts, 0..1. */
    double foundInThree() {
        return (double) foundSoon / shifted;
    }
}
