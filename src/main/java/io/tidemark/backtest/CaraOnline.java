package io.tidemark.backtest;

/**
 * A cumulative threshold on the loss, tuned on what is known, after CARA (Mahadevan and Mathioudakis, Cost-aware retraining for machine
 * learning, Knowledge-Based Systems 2024).
 *
 * <p>After every cohort, once m − t0 − L ≥ 4, the thresholds μ × {1, 1.5, 2, 3, 4, 5, 6, 8, 10, 12, 15}, with μ the mean of all known losses,
 * are replayed by {@link CumulatedLoss} from t0 over the mature cohorts; the cheapest is used, the lowest of equals, or none where never
 * retraining is as cheap.
 */
public final class CaraOnline implements RetrainingPolicy {
    private static final double[] MULTIPLES = {1, 1.5, 2, 3, 4, 5, 6, 8, 10, 12, 15};
    private static final int LEAST_HISTORY = 4;

    @Override
    public String name() {
        return "CARA-CT_online";
    }

    @Override
    public Decision decide(Situation situation) {
        StalenessMatrix known = situation.known();
        int labelLag = situation.labelLag();
        if (situation.newestMature() - known.firstModel() - labelLag < LEAST_HISTORY) {
            return Decision.KEEP;
        }
        Replay past = new Replay(known, labelLag, situation.prices());
        double mean = meanLoss(known);
        RetrainingPolicy best = new Never();
        double least = past.run(best).total();
        for (double multiple : MULTIPLES) {
            RetrainingPolicy candidate = new CumulatedLoss(mean * multiple);
            double total = past.run(candidate).total();
            if (total < least) {
                least = total;
                best = candidate;
            }
        }
        return best.decide(situation);
    }

    private static double meanLoss(StalenessMatrix known) {
        double sum = 0;
        int count = 0;
        for (int model = known.firstModel(); model < known.lastCohort(); model++) {
            for (int cohort = model + 1; cohort <= known.lastCohort(); cohort++) {
                sum += known.loss(model, cohort);
                count++;
            }
        }
        return sum / count;
    }
}
