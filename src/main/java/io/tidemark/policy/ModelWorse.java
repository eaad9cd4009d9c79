package io.tidemark.policy;

import java.util.List;
import java.util.Optional;

/** The champion ranks worse than it did, by more than chance; newer models may do no better. */
final class ModelWorse implements Rule {
    @Override
    public String name() {
        return "model_worse";
    }

    @Override
    public List<Finding> findings(Case given) {
        return fall(given)
                .map(change -> new Finding(
                        name(),
                        "model_performance.auc",
                        change.last(),
                        change.before() - change.lately(),
                        change.threshold(),
                        "the champion's AUC was " + Figures.auc(change.lately()) + " in "
                                + RetrainingPays.span(change.first(), change.last()) + ", and "
                                + Figures.auc(change.before()) + " before; chance alone stays below a fall of "
                                + Figures.auc(change.threshold())))
                .stream()
                .toList();
    }

    private static Optional<AucChange> fall(Case given) {
        return AucChange.of(given.evidence().outcomes()).filter(AucChange::isFall);
    }

    @Override
    public Optional<Verdict> verdict(Case given) {
        return fall(given)
                .map(change -> new Verdict(
                        Action.WATCH,
                        Urgency.MEDIUM,
                        "the champion ranks worse than it did: AUC " + Figures.auc(change.lately()) + " in "
                                + RetrainingPays.span(change.first(), change.last()) + " after "
                                + Figures.auc(change.before())
                                + (given.live().isPresent()
                                        ? "; newer models do not do enough better to pay"
                                        : "; whether a newer model would do better is not known")));
    }
}
