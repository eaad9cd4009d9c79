package io.tidemark.backtest;

/** The first model for ever. */
public final class Never implements RetrainingPolicy {
    @Override
    public String name() {
        return "never";
    }

    @Override
    public Decision decide(Situation situation) {
        return Decision.KEEP;
    }
}
