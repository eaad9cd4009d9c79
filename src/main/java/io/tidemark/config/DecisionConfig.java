package io.tidemark.config;

import io.tidemark.backtest.RetrainingPolicy;
import io.tidemark.policy.Costs;

/**
 * What decides whether a model is renewed.
 *
 * @param costs what models are charged and what acting costs
 * @param policy the rule that is asked
 */
public record DecisionConfig(Costs costs, RetrainingPolicy policy) {}
