package io.tidemark.config;

import io.tidemark.cohort.Maturity;
import io.tidemark.model.BadOutcome;
import io.tidemark.model.Recipe;
import io.tidemark.model.ScoredModel;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What is known of outcomes and of the models that foretell them.
 *
 * @param label the column of the outcome, or null
 * @param bad its bad value
 * @param maturity when outcomes are final
 * @param models whose scores are there or are made, the champion first; empty where there are none
 * @param trainedThrough the last day of the applicants that the champion was trained on; empty for the end of the first reference
 * @param recipes what is trained anew with every cohort, to see how fast models age; empty for nothing
 * @param trainingWindow on how many cohorts; empty for as many as the first reference has
 * @param protectedKeys segments between which models are held against each other
 */
public record OutcomeConfig(
        String label,
        BadOutcome bad,
        Maturity maturity,
        List<ScoredModel> models,
        Optional<LocalDate> trainedThrough,
        List<Recipe> recipes,
        OptionalInt trainingWindow,
        Set<String> protectedKeys) {
    public OutcomeConfig {
        models = List.copyOf(models);
        recipes = List.copyOf(recipes);
        protectedKeys = Set.copyOf(protectedKeys);
    }

    public boolean hasLabel() {
        return label != null;
    }

    /** Whether there is anything to know: outcomes or scores. */
    public boolean isKnown() {
        return hasLabel() || !models.isEmpty();
    }

    public Optional<ScoredModel> champion() {
        return models.stream().filter(ScoredModel::isChampion).findFirst();
    }
}
