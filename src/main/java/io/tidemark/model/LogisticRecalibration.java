package io.tidemark.model;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * A model's level refitted: logit p′ = a + b · logit p, with a and b of greatest likelihood on cohorts later than those that it was trained on. Its
 * ranks stay as they are where b is above 0.
 *
 * <p>Source: Cox 1958, doi:10.1093/biomet/45.3-4.562.
 *
 * @param intercept a; 0 leaves the level as it is
 * @param slope b; 1 leaves it as it is
 */
public record LogisticRecalibration(double intercept, double slope) implements Serializable {
    /**
     * The line through probabilities and what became of those who got them; empty where there is none, see {@link LogisticLine}.
     *
     * @param cohorts one or more, with probabilities for scores
     */
    public static Optional<LogisticRecalibration> on(List<ScoredOutcomes> cohorts) {
        return LogisticLine.of(logits(ScoredOutcomes.together(cohorts)))
                .known()
                .map(line -> new LogisticRecalibration(
                        line.intercept().value(), line.slope().value()));
    }

    /** The Brier score that probabilities would have, refitted so: mean of (p′ − y)², 0..1. */
    public double brier(ScoredOutcomes cohort) {
        return brierOfLogits(logits(cohort));
    }

    /** The same of their {@link #logits}, for many refits of one cohort. */
    double brierOfLogits(ScoredOutcomes logits) {
        double sum = 0;
        for (int i = 0; i < logits.size(); i++) {
            double missing = Logit.inverse(intercept + slope * logits.scores()[i]) - (logits.bad()[i] ? 1 : 0);
            sum += missing * missing;
        }
        return sum / logits.size();
    }

    static ScoredOutcomes logits(ScoredOutcomes probabilities) {
        return new ScoredOutcomes(probabilities.bad(), Logit.of(probabilities.scores()));
    }
}
