package io.tidemark.policy;

import io.tidemark.incident.IncidentKind;
import java.util.Optional;

/**
 * What kind of change it is, as far as the evidence tells. The first that holds: the data of the newest cohort look broken; the same applicants
 * behave otherwise (rate effect beyond two standard errors, or a fall of the AUC beyond chance, {@link AucChange}), which is CONCEPT where the
 * champion's ranking suffers and PRIOR where only the level does; other applicants come, who behave as they did.
 *
 * @param value the figure it rests on
 * @param threshold what chance stays below
 * @param column the table and column of that figure
 * @param sentence the diagnosis with its numbers
 */
record Diagnosis(Kind kind, String column, double value, double threshold, String sentence) {
    /** Kinds of change. */
    enum Kind {
        DATA_DEFECT,
        CONCEPT,
        PRIOR,
        COVARIATE,
        NONE
    }

    /** Empty where nothing is known of outcomes, so that only the applicants can be described. */
    static Optional<Diagnosis> of(Evidence evidence) {
        OutcomeEvidence outcomes = evidence.outcomes();
        Optional<AucChange> auc = AucChange.of(outcomes);
        if (outcomes.rates().isEmpty() && auc.isEmpty()) {
            return Optional.empty();
        }
        int defects = evidence.shifts().incidents(IncidentKind.Nature.DEFECT).size();
        if (defects > 0) {
            return Optional.of(new Diagnosis(
                    Kind.DATA_DEFECT,
                    "data_incidents.value",
                    defects,
                    0,
                    "this looks like a fault of the data: " + defects + (defects == 1 ? " incident" : " incidents")
                            + " in " + evidence.shifts().newest().cohort().label()
                            + ", which would explain what else has moved"));
        }
        Optional<AucChange> fall = auc.filter(AucChange::isFall);
        if (fall.isPresent()) {
            return Optional.of(concept(fall.get(), outcomes.rates()));
        }
        return outcomes.rates().map(rates -> ofRates(rates, auc, evidence));
    }

    private static Diagnosis concept(AucChange fall, Optional<RateEffects> rates) {
        return new Diagnosis(
                Kind.CONCEPT,
                "model_performance.auc",
                fall.before() - fall.lately(),
                fall.threshold(),
                "this looks like a change of behaviour: the champion's AUC fell from " + Figures.auc(fall.before())
                        + " to " + Figures.auc(fall.lately()) + " in "
                        + fall.first().label() + " to "
                        + fall.last().label() + ", where chance alone stays below a fall of "
                        + Figures.auc(fall.threshold())
                        + rates.map(effects -> "; " + said(effects)).orElse(""));
    }

    private static Diagnosis ofRates(RateEffects rates, Optional<AucChange> auc, Evidence evidence) {
        String holds = auc.map(change -> ", and the champion still ranks as well (AUC " + Figures.auc(change.before())
                        + " before, " + Figures.auc(change.lately()) + " lately)")
                .orElse("");
        if (rates.isRateClear()) {
            return of(Kind.PRIOR, rates, "this looks like a change of level: " + said(rates) + holds);
        }
        boolean hasMoved = evidence.shifts().newest().alarms() > 0
                || evidence.outcomes().score().filter(ScoreShift::isAlarm).isPresent();
        return hasMoved
                ? of(
                        Kind.COVARIATE,
                        rates,
                        "this looks like other applicants who behave as they did: " + said(rates) + holds)
                : of(Kind.NONE, rates, "nothing has changed by more than chance: " + said(rates) + holds);
    }

    private static Diagnosis of(Kind kind, RateEffects rates, String sentence) {
        return new Diagnosis(kind, "feature_shifts.rate_effect", rates.rate(), rates.threshold(), sentence);
    }

    private static String said(RateEffects rates) {
        return "of the bad rate in " + rates.cohort().label() + " " + points(rates.mix())
                + " are due to other applicants, and " + points(rates.rate())
                + " to the same applicants behaving otherwise (by chance up to "
                + Figures.number(100 * rates.threshold()) + ")";
    }

    private static String points(double rate) {
        return (rate < 0 ? "−" : "+") + Figures.number(100 * Math.abs(rate)) + " points";
    }
}
