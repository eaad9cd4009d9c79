package io.tidemark.shift;

import io.tidemark.model.Auc;
import io.tidemark.model.ChanceBand;
import java.io.Serializable;
import java.util.List;

/**
 * How well a model that was taught to tells the applicants of a cohort from those of the reference (a domain classifier).
 *
 * @param model what was taught
 * @param auc the cross-validated area; ½ where there is nothing to tell them by
 * @param chance where it lies if nothing shifted
 * @param spread how much wider chance is than the law of scores that know nothing
 * @param top the features that it tells them by, the first most
 * @param mostUnlike applicants of the cohort that look least like the reference; none where no entity column is named
 */
public record DomainShift(
        DomainModel model,
        Auc auc,
        ChanceBand chance,
        double spread,
        List<FeatureShare> top,
        List<UnlikeApplicant> mostUnlike)
        implements Serializable {
    /** A feature's share, 0..1, of what the model tells by. */
    public record FeatureShare(String feature, double share) implements Serializable {}

    /** An applicant, with the probability of being of the cohort that a model gave who had not seen them. */
    public record UnlikeApplicant(String entity, double probability) implements Serializable {}

    /** Whether the whole confidence interval lies above chance. */
    public boolean isFound() {
        return auc.low() > chance.high();
    }
}
