package io.tidemark.policy;

import io.tidemark.backtest.ArchivedModel;
import io.tidemark.backtest.DebtEstimate;
import io.tidemark.backtest.Decision;
import io.tidemark.backtest.GapEvidence;
import io.tidemark.cohort.Cohort;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rule for retraining says that a new model, or an earlier one, pays. */
final class RetrainingPays implements Rule {
    private static final int PRESSING = 2;

    @Override
    public String name() {
        return "retraining_pays";
    }

    @Override
    public List<Finding> findings(Case given) {
        if (given.live().isEmpty()) {
            return List.of();
        }
        LiveSituation live = given.live().get();
        List<Finding> findings = new ArrayList<>();
        boolean isRestore = given.decision() instanceof Decision.Restore;
        Optional<Finding> archived = live.bestArchived().map(best -> archived(given, live, best));
        if (isRestore) {
            archived.ifPresent(findings::add);
        }
        findings.add(gap(given, live));
        live.debt().ifPresent(debt -> findings.add(debt(given, live, debt)));
        if (!isRestore) {
            archived.ifPresent(findings::add);
        }
        return findings;
    }

    private Finding gap(Case given, LiveSituation live) {
        GapEvidence gap = live.gap();
        Costs costs = given.costs();
        double price = costs.prices().retrain();
        String champion = "the champion, trained through " + champion(live).label();
        if (gap.count() == 0) {
            return finding(
                    given,
                    live,
                    0,
                    price,
                    champion
                            + ", cannot be set beside newer models yet: no outcome is known of the cohorts that the rule "
                            + given.evidence().rule().name() + " counts; a retrain costs " + costs.said(price));
        }
        int[] cohorts = live.cohortsCounted();
        int ahead = live.situation().labelLag();
        String foreseen = ahead == 0
                ? ""
                : "; with the " + Figures.cohorts(ahead) + " whose outcomes are to come that makes "
                        + costs.said(gap.debt());
        String sentence = champion + ", lost " + costs.said(gap.sum()) + " of " + costs.lossName()
                + " against newer models, summed over " + Figures.cohorts(gap.count()) + " ("
                + span(live.cohort(cohorts[0]), live.cohort(cohorts[cohorts.length - 1])) + "), and "
                + Figures.number(gap.lately()) + " ± " + Figures.number(gap.latelyError()) + " a cohort lately"
                + foreseen + "; a retrain costs "
                + costs.said(price);
        return finding(given, live, gap.debt(), price, sentence);
    }

    private Finding debt(Case given, LiveSituation live, DebtEstimate debt) {
        double price = given.costs().prices().retrain();
        String sentence = "judged by the ageing of all models the debt is "
                + given.costs().said(debt.debt()) + " ± " + Figures.number(debt.debtError()) + ", more than the "
                + Figures.number(price) + " of a retrain with a chance of "
                + Figures.chance(Balance.confidence(debt, price))
                + "; a model retrained now would save " + Figures.number(debt.netLevel()) + " a cohort";
        return finding(given, live, debt.debt(), price, sentence);
    }

    private Finding archived(Case given, LiveSituation live, ArchivedModel best) {
        double price = given.costs().prices().restore();
        String sentence = "the earlier champion, trained through "
                + live.cohort(best.model()).label() + ", would lately have lost "
                + Figures.number(Math.abs(best.now())) + (best.now() < 0 ? " more" : " less")
                + " a cohort; its balance is " + given.costs().said(best.balance()) + ", and putting it back costs "
                + given.costs().said(price);
        return finding(given, live, best.balance(), price, sentence);
    }

    private Finding finding(Case given, LiveSituation live, double value, double threshold, String sentence) {
        return new Finding(name(), given.costs().gapColumn(), live.newestMature(), value, threshold, sentence);
    }

    static Cohort champion(LiveSituation live) {
        return live.cohort(live.situation().champion());
    }

    static String span(Cohort first, Cohort last) {
        return first.equals(last) ? first.label() : first.label() + " to " + last.label();
    }

    @Override
    public Optional<Verdict> verdict(Case given) {
        if (given.decision() instanceof Decision.Restore restore) {
            return given.live().map(live -> restored(given, live, restore.model()));
        }
        return given.decision() instanceof Decision.Retrain
                ? given.live().map(live -> retrained(given, live))
                : Optional.empty();
    }

    private static Verdict restored(Case given, LiveSituation live, int model) {
        double now = ArchivedModel.of(model, live.situation())
                .map(ArchivedModel::now)
                .orElse(0.0);
        return new Verdict(
                Action.RESTORE,
                Urgency.MEDIUM,
                "put the model trained through " + live.cohort(model).label()
                        + " back: lately it would have lost " + Figures.number(now) + " of "
                        + given.costs().lossName() + " a cohort less than the one trained through "
                        + champion(live).label() + ", and putting it back costs "
                        + given.costs().said(given.costs().prices().restore()));
    }

    private static Verdict retrained(Case given, LiveSituation live) {
        double debt = live.gap().debt();
        double price = given.costs().prices().retrain();
        String cost = "the one trained through " + champion(live).label() + " has lost "
                + given.costs().said(debt) + " of " + given.costs().lossName() + " against newer ones, a retrain costs "
                + given.costs().said(price);
        return new Verdict(
                Action.RETRAIN,
                debt > PRESSING * price ? Urgency.HIGH : Urgency.MEDIUM,
                debt > price
                        ? "train a new model: " + cost
                        : "train a new model: the rule "
                                + given.evidence().rule().name() + " calls for it; " + cost);
    }
}
