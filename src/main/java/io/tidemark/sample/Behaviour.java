package io.tidemark.sample;

/** What makes applicants default: those weights in {@link TrueRisk} that a change of behaviour changes. */
enum Behaviour {
    /** As it was when the champion was fitted: who paid so far will pay. */
    USUAL(-3.03, -0.0092, 0.22, 1.6, 0.25, 0.006),
    /**
     * What counts is the burden, no longer how one paid so far. As many default as before, and as much can be known of who will, but by other
     * weights: the champion's AUC falls by {@link #AUC_FALL}, and a model fitted anew has it back.
     */
    BURDENED(-2.9, -0.002, 0, 4, 0.6, 0.025);

    /** From 0.75 to 0.69, give or take 0.01 over a year of 2,000 applicants a month. */
    static final double AUC_FALL = 0.06;

    private final double intercept;
    private final double score;
    private final double delinquency;
    private final double debtToIncome;
    private final double amount;
    private final double term;

    Behaviour(double intercept, double score, double delinquency, double debtToIncome, double amount, double term) {
        this.intercept = intercept;
        this.score = score;
        this.delinquency = delinquency;
        this.debtToIncome = debtToIncome;
        this.amount = amount;
        this.term = term;
    }

    double intercept() {
        return intercept;
    }

    /** Of a point. */
    double score() {
        return score;
    }

    double delinquency() {
        return delinquency;
    }

    double debtToIncome() {
        return debtToIncome;
    }

    /** Of the amount's logarithm. */
    double amount() {
        return amount;
    }

    /** Of a month. */
    double term() {
        return term;
    }
}
