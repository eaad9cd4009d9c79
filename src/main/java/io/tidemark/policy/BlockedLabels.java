package io.tidemark.policy;

import java.util.List;
import java.util.Optional;

/** A new model seems due, but the outcomes that it needs are not known yet. */
final class BlockedLabels implements Rule {
    @Override
    public String name() {
        return "blocked_labels";
    }

    @Override
    public List<Finding> findings(Case given) {
        return given.block().flatMap(block -> block.outlook().map(outlook -> finding(given, outlook))).stream()
                .toList();
    }

    private Finding finding(Case given, LabelOutlook outlook) {
        RetrainingEvidence known = given.evidence().retraining().orElseThrow();
        double needed = outlook.needed().orElseThrow();
        String expected = outlook.expectedAuc().isPresent()
                ? "; a model trained on those known is expected to reach an AUC of "
                        + Figures.auc(outlook.expectedAuc().getAsDouble()) + ", and "
                        + Figures.auc(outlook.asymptote().getAsDouble()) + " with any number of them"
                : "";
        return new Finding(
                name(),
                "model_performance.bads",
                outlook.cohort(known),
                outlook.bads(),
                Math.ceil(needed),
                outlook.bads() + " bads are known since "
                        + outlook.cohort(known).label() + ", and about "
                        + Math.round(Math.ceil(needed)) + " in two cohorts or more are needed to win back "
                        + Figures.auc(outlook.drop()) + " of AUC" + expected);
    }

    @Override
    public Optional<Verdict> verdict(Case given) {
        return given.block()
                .map(block -> new Verdict(
                        Action.RETRAIN_BLOCKED_LABELS,
                        Urgency.MEDIUM,
                        "do not retrain before " + block.from() + ", when enough outcomes are known: " + block.why()));
    }
}
