package io.tidemark.model;

import io.tidemark.cohort.Cohort;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A model of a recipe on its way through the cohorts after its training, in the order of time: how it does there, and how it would do with its level
 * refitted on the way.
 */
public final class AgeingModel {
    private final Recipe recipe;
    private final Cohort trainedThrough;
    /** By the newer of the two cohorts that they were fitted on. */
    private final NavigableMap<Cohort, LogisticRecalibration> refits = new TreeMap<>();

    /** @param known what was found of it already, on the earliest cohorts of its way */
    public AgeingModel(Recipe recipe, Cohort trainedThrough, Collection<Staleness> known) {
        this.recipe = recipe;
        this.trainedThrough = trainedThrough;
        known.stream()
                .filter(one -> one.recipe() == recipe)
                .forEach(one -> one.recalibration().ifPresent(refit -> refits.put(one.cohort(), refit)));
    }

    /**
     * What comes of it on the next cohort.
     *
     * @param here outcomes, with its probabilities
     * @param fresh probabilities of the freshest model for the same applicants
     * @param before outcomes of the cohort before, likewise; empty where that is not later than its training
     */
    public Staleness on(Cohort cohort, ScoredOutcomes here, double[] fresh, Optional<ScoredOutcomes> before) {
        SortedMap<Cohort, Double> refitted = new TreeMap<>();
        ScoredOutcomes logits = LogisticRecalibration.logits(here);
        refits.headMap(cohort).forEach((newer, refit) -> refitted.put(newer, refit.brierOfLogits(logits)));
        Optional<LogisticRecalibration> refit =
                before.flatMap(earlier -> LogisticRecalibration.on(List.of(earlier, here)));
        refit.ifPresent(line -> refits.put(cohort, line));
        return Staleness.of(recipe, trainedThrough, cohort, here.bad(), here.scores(), fresh)
                .recalibrated(refit, refitted);
    }
}
