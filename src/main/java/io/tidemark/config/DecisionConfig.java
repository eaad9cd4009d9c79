package io.tidemark.config;

import io.tidemark.backtest.RetrainingPolicy;
import io.tidemark.incident.Accepted;
import io.tidemark.policy.Costs;

/**
 * What decides whether a model is renewed.
 *
 * @param costs what models are charged and what acting costs
 * @param policy the rule that is asked
 * @param accepted incidents that were looked into
 */
public record DecisionConfig(Costs costs, RetrainingPolicy policy, Accepted accepted) {}
