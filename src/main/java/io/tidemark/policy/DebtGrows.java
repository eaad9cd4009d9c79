package io.tidemark.policy;

import io.tidemark.backtest.DebtEstimate;
import java.util.List;
import java.util.Optional;

/** What the champion owes exceeds half of a retrain's price, or a new model would clearly do better: B > c/2, or g′ > 2 standard errors. */
final class DebtGrows implements Rule {
    private static final double CLEAR = 2;

    @Override
    public String name() {
        return "debt_grows";
    }

    /** None: the figures are those of {@link RetrainingPays}. */
    @Override
    public List<Finding> findings(Case given) {
        return List.of();
    }

    @Override
    public Optional<Verdict> verdict(Case given) {
        return given.live().flatMap(live -> verdict(given, live));
    }

    private static Optional<Verdict> verdict(Case given, LiveSituation live) {
        Optional<DebtEstimate> debt = live.debt();
        double price = given.costs().prices().retrain();
        double owed = Math.max(live.gap().debt(), debt.map(DebtEstimate::debt).orElse(0.0));
        if (owed > price / 2) {
            return Optional.of(new Verdict(
                    Action.WATCH,
                    owed > price ? Urgency.MEDIUM : Urgency.LOW,
                    "the model trained through "
                            + RetrainingPays.champion(live).label() + " has lost "
                            + given.costs().said(owed) + " of " + given.costs().lossName()
                            + " against newer ones; a retrain costs "
                            + given.costs().said(price)
                            + ", and the rule " + given.evidence().rule().name() + " does not call for one yet"
                            + doubt(given, live, price)));
        }
        return debt.filter(estimate -> estimate.netLevel() > CLEAR * estimate.netLevelError())
                .map(estimate -> new Verdict(
                        Action.WATCH,
                        Urgency.LOW,
                        "a model retrained now would lose " + Figures.number(estimate.netLevel()) + " of "
                                + given.costs().lossName() + " a cohort less, which does not pay yet: a retrain costs "
                                + given.costs().said(price)));
    }

    private static String doubt(Case given, LiveSituation live, double price) {
        return live.gap().debt() > price
                ? live.debt()
                        .filter(estimate -> estimate.debt() <= price)
                        .map(estimate -> "; by the ageing of all models the debt is only "
                                + given.costs().said(estimate.debt()) + " ± " + Figures.number(estimate.debtError()))
                        .orElse("")
                : "";
    }
}
