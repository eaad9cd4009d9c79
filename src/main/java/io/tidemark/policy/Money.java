package io.tidemark.policy;

import io.tidemark.backtest.Prices;
import java.util.OptionalDouble;

/**
 * Prices in money, of any currency. In units of loss times cohorts a retrain costs c = (retrain + validation) / unit, and a restore
 * c<sub>r</sub> = restore / unit, or c / 10 where it is not known.
 *
 * @param retrain building and deploying a new model, above 0
 * @param validation what its approval takes, 0 or more
 * @param restore putting an earlier model back, above 0; empty where that is not known
 * @param unit what one unit of loss costs in one cohort, above 0
 */
public record Money(double retrain, double validation, OptionalDouble restore, double unit) {
    /** Gini = 2 · AUC − 1, so that losing all of 1 − AUC from 0 to 1 is losing 200 points of Gini. */
    private static final double GINI_POINTS_OF_AUC = 200;

    public Money {
        requirePositive("retrain", retrain);
        requirePositive("unit", unit);
        requirePositive("restore", restore.orElse(1));
        if (!(validation >= 0 && Double.isFinite(validation))) {
            throw new IllegalArgumentException("validation of " + validation + " is below 0");
        }
    }

    private static void requirePositive(String what, double amount) {
        if (!(amount > 0 && Double.isFinite(amount))) {
            throw new IllegalArgumentException(what + " of " + amount + " is not above 0");
        }
    }

    /** What a unit of 1 − AUC costs in a cohort, where a point of Gini (0.01) is worth so much in a cohort. */
    public static double unitOfGiniPoint(double worth) {
        return GINI_POINTS_OF_AUC * worth;
    }

    /** What a unit of loss costs in a cohort, where it costs so much on one applicant. */
    public static double unitOfApplicants(double lossUnit, double applicantsPerCohort) {
        return lossUnit * applicantsPerCohort;
    }

    public Prices prices() {
        Prices usual = Prices.ofRetrain((retrain + validation) / unit);
        return restore.isPresent() ? new Prices(usual.retrain(), restore.getAsDouble() / unit) : usual;
    }
}
