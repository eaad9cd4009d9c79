package io.tidemark.backtest;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A policy that is told another price of acting than there is: below 1 it acts sooner, above 1 later.
 *
 * @param policy whose thresholds are prices
 * @param factor what prices are multiplied by, above 0
 */
record AtPrice(RetrainingPolicy policy, double factor) implements RetrainingPolicy {
    @Override
    public String name() {
        return String.format(Locale.ROOT, "%s@%sc", policy.name(), factor);
    }

    @Override
    public Decision decide(Situation situation) {
        return policy.decide(situation.at(situation.prices().times(factor)));
    }

    @Override
    public IntStream cohortsCounted(Situation situation) {
        return policy.cohortsCounted(situation);
    }

    @Override
    public Optional<DebtEstimate> debt(Situation situation) {
        return policy.debt(situation);
    }
}
