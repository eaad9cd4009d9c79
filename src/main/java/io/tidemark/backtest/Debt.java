package io.tidemark.backtest;

import java.util.Optional;

/**
 * Retrains when the debt exceeds the price and the level is above that of a new model: B > c and g′ > 0, see {@link DebtEstimate#ofServed}; with a
 * horizon gate also R · g′ > c. Needs m ≥ i + 2.
 *
 * @param horizon whether the gate is there
 */
public record Debt(Horizon horizon) implements RetrainingPolicy {
    @Override
    public String name() {
        return horizon == Horizon.GATED ? "DEBT_T" : "DEBT";
    }

    @Override
    public Decision decide(Situation situation) {
        Optional<DebtEstimate> estimate = debt(situation);
        return estimate.isPresent() && pays(situation, estimate.get()) ? Decision.RETRAIN : Decision.KEEP;
    }

    private boolean pays(Situation situation, DebtEstimate estimate) {
        double price = situation.prices().retrain();
        return estimate.debt() > price
                && estimate.netLevel() > 0
                && (horizon == Horizon.IGNORED || situation.cohortsLeft() * estimate.netLevel() > price);
    }
}
