package io.tidemark.backtest;

/** Whether a rule asks if a retrain can still pay before the model's planned end. */
public enum Horizon {
    /** It does not. */
    IGNORED,
    /** What a retrain gains per cohort, times the cohorts left, must exceed its price. */
    GATED
}
