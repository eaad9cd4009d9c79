package io.tidemark.shift;

import io.tidemark.model.Figure;
import java.io.Serializable;

/**
 * What a feature's shift does to the share of bad outcomes.
 *
 * @param mixEffect what other shares of the bins do, at the reference's rates, −1…1
 * @param mixError its standard error, from how many applicants there are on both sides; the reference's rates are taken as they are
 * @param rateEffect what other rates within the bins do, −1…1; null where the cohort's outcomes are not known
 * @param rateError its standard error; null where there is no rate effect
 * @param ratePValue the probability of such rates within the bins if every bin had kept its own; null also where bins have too few outcomes
 * @param informationValue what the bins of the reference tell of outcomes, at least 0
 * @param scoreEffect by how much the shift changes the mean of what the feature adds to a score of the reference's outcomes, logits of bad: the
 *     characteristic stability index, of the points −weight of evidence; above 0 where riskier applicants came
 */
public record OutcomeEffect(
        double mixEffect,
        double mixError,
        Double rateEffect,
        Double rateError,
        Double ratePValue,
        Figure<Double> informationValue,
        Figure<Double> scoreEffect)
        implements Serializable {}
