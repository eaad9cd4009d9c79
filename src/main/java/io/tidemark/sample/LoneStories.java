package io.tidemark.sample;

import java.time.LocalDate;
import java.util.List;

/**
 * The shifts that are planted only where they are asked for, each meant to be the only one of its history. They begin after a
 * year, so that a model can have been trained and have served before.
 */
final class LoneStories {
    private static final int FIRST_MONTH = 12;
    private static final int SPELL_MONTHS = 6;

    private LoneStories() {}

    static List<PlantedShift> of(SamplePlan plan) {
        return List.of(
                new PlantedShift(
                        PlantedShifts.NEW_CLIENTELE,
                        "population",
                        List.of("channel", "device", "utilisation"),
                        begin(plan, FIRST_MONTH),
                        null,
                        "a campaign brings others: " + MonthConditions.CAMPAIGN_ONLINE_SHARE
                                + " of the applications come online in place of " + MonthConditions.USUAL_ONLINE_SHARE
                                + ", and everyone uses more of the card limits, by " + MonthConditions.CAMPAIGN_LOGIT
                                + " in the logit; among those who are alike as many default as before",
                        "shifts of these columns at once, PSI of utilisation above 0.25; pd_score and the bad rate rise"
                                + " together: mix, not rate; calibration and AUC are unharmed, and retraining would gain"
                                + " nothing"),
                new PlantedShift(
                        PlantedShifts.BEHAVIOUR_BREAK,
                        "concept",
                        List.of("defaulted"),
                        begin(plan, FIRST_MONTH),
                        null,
                        "interest rates rise, for everyone: " + burdened() + "; no feature moves",
                        "no shift of any feature; once the outcomes are in, the AUC of pd_score falls by about "
                                + Behaviour.AUC_FALL
                                + ", and a model trained on later applicants has it back: retrain"),
                new PlantedShift(
                        PlantedShifts.BEHAVIOUR_SPELL,
                        "concept",
                        List.of("defaulted"),
                        begin(plan, FIRST_MONTH),
                        begin(plan, FIRST_MONTH + SPELL_MONTHS).minusDays(1),
                        "interest rates rise, for everyone, and fall again after " + SPELL_MONTHS + " months: "
                                + burdened() + "; afterwards all is exactly as before; no feature moves",
                        "as for " + PlantedShifts.BEHAVIOUR_BREAK
                                + " while it lasts; afterwards the champion of before is"
                                + " as good as ever: who has retrained brings it back"),
                new PlantedShift(
                        PlantedShifts.BASE_RATE,
                        "calibration",
                        List.of("defaulted"),
                        begin(plan, FIRST_MONTH),
                        null,
                        "times are worse, for everyone alike: " + MonthConditions.WORSE_TIMES_LOGIT
                                + " is added to the logit of every applicant's risk, so that about twice as many default;"
                                + " no feature moves",
                        "no shift of any feature; once the outcomes are in, the bad rate is twice what pd_score says, its"
                                + " AUC lower by no more than 0.02, which no model gets back: recalibrate"),
                new PlantedShift(
                        PlantedShifts.INCOME_UNMENDED,
                        "unit change",
                        List.of("income"),
                        begin(plan, FIRST_MONTH),
                        null,
                        "an interface delivers income in thousands, in all channels, and nobody mends it",
                        "a data incident, not another population: fix the data; income is a thousandth of what it was,"
                                + " dti does not move; pd_score, computed from it, rises"));
    }

    private static String burdened() {
        Behaviour before = Behaviour.USUAL;
        Behaviour now = Behaviour.BURDENED;
        return "in the logit of the risk a point of the bureau's score weighs " + now.score() + " in place of "
                + before.score() + ", a delinquency " + now.delinquency() + " in place of " + before.delinquency()
                + ", dti " + now.debtToIncome() + " in place of " + before.debtToIncome() + ", the logarithm of the"
                + " amount " + now.amount() + " in place of " + before.amount() + ", a month of the term " + now.term()
                + " in place of " + before.term() + "; as many default as before";
    }

    private static LocalDate begin(SamplePlan plan, int month) {
        return plan.firstMonth().plusMonths(month).atDay(1);
    }
}
