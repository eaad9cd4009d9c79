package io.tidemark.sample;

import java.time.LocalDate;
import java.util.List;

/** The shifts that happen once, each with its months counted from the plan's first, and what is to be said of it. */
final class ShiftStories {
    private ShiftStories() {}

    static List<PlantedShift> lasting(SamplePlan plan) {
        return List.of(
                new PlantedShift(
                        PlantedShifts.UTILISATION_DRIFT,
                        "drift",
                        List.of("utilisation"),
                        begin(plan, 8),
                        null,
                        "applicants use more and more of their card limits: the share rises by the same small step in its"
                                + " logit every month, for " + MonthConditions.DRIFT_MONTHS + " months, then stays",
                        "a drift, first negligible, PSI above 0.25 against the first months at its end, hardly anything"
                                + " against the month before; pd_score rises slowly with it, and rightly so"),
                new PlantedShift(
                        PlantedShifts.RENTER_BEHAVIOUR,
                        "concept",
                        List.of("defaulted"),
                        begin(plan, 9),
                        null,
                        "rents rise: beside all earlier causes, " + MonthConditions.RENTER_HAZARD
                                + " of those who rent now default whatever their features say, so that they default about"
                                + " 2.5 times as often as before; no feature moves",
                        "no shift of housing or any other feature; once the outcomes are in, the bad rate of"
                                + " housing = rent is above what pd_score says, calibration and discrimination fall"),
                new PlantedShift(
                        PlantedShifts.DIGITAL_ID,
                        "new category",
                        List.of("document_type"),
                        begin(plan, 10),
                        null,
                        "a new kind of document, digital_id, is accepted and takes a share of "
                                + MonthConditions.DIGITAL_ID_SHARE,
                        "a category never seen in the reference, from this month on; pd_score does not use it"),
                new PlantedShift(
                        PlantedShifts.BUREAU_SCORECARD,
                        "break",
                        List.of("bureau_score"),
                        begin(plan, 12),
                        null,
                        "the bureau brings in a new version of its scorecard: every score is "
                                + MonthConditions.NEW_SCORECARD_POINTS
                                + " points higher, the applicants are as before; the codes -999 and -998 stay",
                        "a jump in one month that stays; pd_score falls although nobody became safer"),
                new PlantedShift(
                        PlantedShifts.BROKER_MIX,
                        "segment mix",
                        List.of("loan_amount", "term_months", "region", "postal_area"),
                        begin(plan, 13),
                        null,
                        "brokers send larger loans (" + MonthConditions.BROKER_AMOUNT_MULTIPLE
                                + " times), longer terms and other regions; their share of the applications stays, and"
                                + " in the other channels nothing moves",
                        "little over all applicants, much within channel = broker, nothing in the other channels;"
                                + " pd_score rises a little among brokers' applicants"),
                new PlantedShift(
                        PlantedShifts.EMPLOYMENT_UNASKED,
                        "missingness",
                        List.of("employment_months"),
                        begin(plan, 14),
                        null,
                        "a new form no longer insists on the answer: the missing share of employment_months jumps from "
                                + MonthConditions.USUAL_UNANSWERED_SHARE + " to "
                                + MonthConditions.NEW_FORM_UNANSWERED_SHARE + ", whoever applies",
                        "a jump of the missing share; the values that are there do not move; pd_score hardly does"),
                new PlantedShift(
                        PlantedShifts.INCOME_IN_THOUSANDS,
                        "unit change",
                        List.of("income"),
                        begin(plan, 16),
                        begin(plan, 18).minusDays(1),
                        "an interface delivers income in thousands, in all channels, until it is mended",
                        "a data incident, not another population: fix the data; income is a thousandth of what it was,"
                                + " dti does not move; pd_score, computed from it, rises for these months only"));
    }

    private static LocalDate begin(SamplePlan plan, int month) {
        return plan.firstMonth().plusMonths(month).atDay(1);
    }
}
