package io.tidemark.backtest;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a model is charged for an applicant, on average over a cohort. */
public enum Loss {
    /** 1 − AUC, 0…1: the chance that a good applicant is ranked as riskier than a bad one. */
    AUC,
    /** The Brier score, 0…1: mean squared difference of the predicted chance of a default and what became of it. */
    BRIER;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static List<String> ids() {
        return Arrays.stream(values()).map(Loss::id).toList();
    }

    public static Loss ofId(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }
}
