package io.tidemark.backtest;

import java.util.Random;

/** What changes in a made-up stream of applicants. */
enum Drift {
    NULL,
    /** Who applies changes, how they behave does not: harmless. */
    COVARIATE,
    JUMP,
    TWO_JUMPS,
    GRADUAL,
    RANDOM_WALK,
    SEASON,
    SPELL,
    /** More default, all alike. */
    BASE_RATE,
    /** A feature arrives as 0 for two cohorts. */
    DEFECT;

    static final int FEATURES = 5;

    /** The applicants of one cohort: means of the features, intercept and coefficients of the log odds, whether the first feature is broken. */
    static final class Regime {
        final double[] means;
        final double intercept;
        final double[] coefficients;
        final boolean broken;

        private Regime(double[] means, double intercept, double[] coefficients, boolean broken) {
            this.means = means;
            this.intercept = intercept;
            this.coefficients = coefficients;
            this.broken = broken;
        }
    }

    /** A regime for every cohort. */
    Regime[] regimes(int cohorts, Random random) {
        double[] before = normal(random, 0.7);
        double[] change = normal(random, 0.5);
        double[] further = normal(random, 0.5);
        double[] moved = normal(random, 0.8);
        int first = cohorts / 3 + random.nextInt(cohorts / 4);
        int second = first + 4 + random.nextInt(cohorts / 4);
        double[] walk = new double[FEATURES];
        Regime[] regimes = new Regime[cohorts];
        for (int cohort = 0; cohort < cohorts; cohort++) {
            double along = Math.min(1, Math.max(0, (cohort - first) / (double) (cohorts - first)));
            boolean within = cohort >= first && cohort < second;
            double[] none = new double[FEATURES];
            double[] shift = switch (this) {
                case JUMP -> cohort >= first ? change : none;
                case TWO_JUMPS -> cohort >= second ? further : cohort >= first ? change : none;
                case GRADUAL -> plus(none, change, along);
                case RANDOM_WALK -> {
                    walk = plus(walk, normal(random, 0.12), 1);
                    yield walk;
                }
                case SEASON -> plus(none, change, Math.sin(2 * Math.PI * (cohort + first) / 12));
                case SPELL -> within ? change : none;
                case NULL, COVARIATE, BASE_RATE, DEFECT -> none;
            };
            regimes[cohort] = new Regime(
                    this == COVARIATE ? plus(none, moved, along) : none,
                    -1.8 + (this == BASE_RATE && cohort >= first ? 0.7 : 0),
                    plus(before, shift, 1),
                    this == DEFECT && cohort >= first && cohort < first + 2);
        }
        return regimes;
    }

    private static double[] normal(Random random, double deviation) {
        double[] values = new double[FEATURES];
        for (int k = 0; k < FEATURES; k++) {
            values[k] = deviation * random.nextGaussian();
        }
        return values;
    }

    private static double[] plus(double[] a, double[] b, double factor) {
        double[] sum = a.clone();
        for (int k = 0; k < sum.length; k++) {
            sum[k] += factor * b[k];
        }
        return sum;
    }
}
