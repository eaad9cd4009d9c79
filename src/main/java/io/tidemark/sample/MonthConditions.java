package io.tidemark.sample;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * The conditions under which the applicants of one month are drawn: the planted shifts, as numbers. Draws read these and
 * never a date.
 *
 * @param utilisationLogit what is added to the logit of the utilisation
 * @param holidayShare the share of loans for holidays
 * @param digitalIdShare the share of applicants who show a digital identity
 * @param bureauPoints what the bureau's scorecard adds to the score of before
 * @param unansweredShare the share of applicants whose time in the job is missing
 * @param incomeDivisor by what the recorded income is divided
 * @param renterHazard the probability with which something new makes those who rent default, whatever else is true of them
 * @param brokerShifted whether the brokers send other applicants than in the beginning
 * @param campaign whether a campaign brings applicants online
 * @param behaviour what makes applicants default
 * @param riskLogit what is added to the logit of every applicant's risk
 */
record MonthConditions(
        double utilisationLogit,
        double holidayShare,
        double digitalIdShare,
        int bureauPoints,
        double unansweredShare,
        int incomeDivisor,
        double renterHazard,
        boolean brokerShifted,
        boolean campaign,
        Behaviour behaviour,
        double riskLogit)
        implements Serializable {
    static final int DRIFT_MONTHS = 16;
    static final double DRIFT_LOGIT = 0.95;
    static final double USUAL_HOLIDAY_SHARE = 0.06;
    static final double SUMMER_HOLIDAY_SHARE = 0.09;
    static final double WINTER_HOLIDAY_SHARE = 0.24;
    static final double DIGITAL_ID_SHARE = 0.15;
    static final int NEW_SCORECARD_POINTS = 35;
    static final double USUAL_UNANSWERED_SHARE = 0.04;
    static final double NEW_FORM_UNANSWERED_SHARE = 0.22;
    static final double RENTER_HAZARD = 0.14;
    static final double BROKER_AMOUNT_MULTIPLE = 1.45;
    static final double CAMPAIGN_LOGIT = 0.9;
    static final double USUAL_ONLINE_SHARE = 0.38;
    static final double CAMPAIGN_ONLINE_SHARE = 0.6;
    /** Doubles the bad rate. */
    static final double WORSE_TIMES_LOGIT = 0.85;

    /** The conditions of each month of the plan. */
    static MonthConditions[] of(SamplePlan plan) {
        List<PlantedShift> shifts = PlantedShifts.of(plan);
        MonthConditions[] months = new MonthConditions[plan.months()];
        for (int month = 0; month < months.length; month++) {
            months[month] = on(plan.firstDay().plusMonths(month), shifts);
        }
        return months;
    }

    private static MonthConditions on(LocalDate day, List<PlantedShift> shifts) {
        List<PlantedShift> active =
                shifts.stream().filter(shift -> shift.covers(day)).toList();
        return new MonthConditions(
                drift(day, active) + (has(active, PlantedShifts.NEW_CLIENTELE) ? CAMPAIGN_LOGIT : 0),
                holidayShare(active),
                has(active, PlantedShifts.DIGITAL_ID) ? DIGITAL_ID_SHARE : 0,
                has(active, PlantedShifts.BUREAU_SCORECARD) ? NEW_SCORECARD_POINTS : 0,
                has(active, PlantedShifts.EMPLOYMENT_UNASKED) ? NEW_FORM_UNANSWERED_SHARE : USUAL_UNANSWERED_SHARE,
                isIncomeInThousands(active) ? 1000 : 1,
                has(active, PlantedShifts.RENTER_BEHAVIOUR) ? RENTER_HAZARD : 0,
                has(active, PlantedShifts.BROKER_MIX),
                has(active, PlantedShifts.NEW_CLIENTELE),
                isBurdened(active) ? Behaviour.BURDENED : Behaviour.USUAL,
                has(active, PlantedShifts.BASE_RATE) ? WORSE_TIMES_LOGIT : 0);
    }

    private static boolean isIncomeInThousands(List<PlantedShift> active) {
        return has(active, PlantedShifts.INCOME_IN_THOUSANDS) || has(active, PlantedShifts.INCOME_UNMENDED);
    }

    private static boolean isBurdened(List<PlantedShift> active) {
        return has(active, PlantedShifts.BEHAVIOUR_BREAK) || has(active, PlantedShifts.BEHAVIOUR_SPELL);
    }

    private static double drift(LocalDate day, List<PlantedShift> active) {
        return active.stream()
                .filter(shift -> shift.isNamed(PlantedShifts.UTILISATION_DRIFT))
                .mapToLong(shift -> ChronoUnit.MONTHS.between(shift.from(), day) + 1)
                .mapToDouble(month -> DRIFT_LOGIT * Math.min(month, DRIFT_MONTHS) / DRIFT_MONTHS)
                .sum();
    }

    private static double holidayShare(List<PlantedShift> active) {
        if (has(active, PlantedShifts.WINTER_HOLIDAYS)) {
            return WINTER_HOLIDAY_SHARE;
        }
        return has(active, PlantedShifts.SUMMER_HOLIDAYS) ? SUMMER_HOLIDAY_SHARE : USUAL_HOLIDAY_SHARE;
    }

    private static boolean has(List<PlantedShift> active, String name) {
        return active.stream().anyMatch(shift -> shift.isNamed(name));
    }
}
