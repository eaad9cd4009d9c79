package io.tidemark.backtest;

import java.util.stream.IntStream;

/**
 * Retrains when a forecast says that it pays within six cohorts, after UPF (Regol et al., ICML 2025): the losses known so far are regressed on
 * 1, i/T, (j − i)/T, j/T, with T the number of cohorts in the planned life, counted from 0 ({@link RidgeRegression}, penalty 0.01); the rule
 * retrains when the predicted Σ M(i, j) − M(m, j) over j = t + 1 … t + 6 exceeds c.
 *
 * <p>Keeps where fewer than six losses are known, or where the champion was trained through m. Where the end is not planned, T = t + 1.
 */
public final class LossForecast implements RetrainingPolicy {
    private static final int COHORTS_AHEAD = 6;
    private static final int LEAST_LOSSES = 6;
    private static final double PENALTY = 0.01;

    @Override
    public String name() {
        return "UPF_H6";
    }

    @Override
    public Decision decide(Situation situation) {
        StalenessMatrix known = situation.known();
        int models = known.lastCohort() - known.firstModel();
        if (models * (models + 1) / 2 < LEAST_LOSSES || situation.newestMature() == situation.champion()) {
            return Decision.KEEP;
        }
        double cohorts = situation.plannedEnd().orElse(situation.now()) + 1;
        RidgeRegression fit = new RidgeRegression(terms(0, 0, cohorts).length, PENALTY);
        for (int model = known.firstModel(); model < known.lastCohort(); model++) {
            for (int cohort = model + 1; cohort <= known.lastCohort(); cohort++) {
                fit.add(terms(model, cohort, cohorts), known.loss(model, cohort));
            }
        }
        return gain(fit.coefficients(), situation, cohorts) > situation.prices().retrain()
                ? Decision.RETRAIN
                : Decision.KEEP;
    }

    private static double gain(double[] coefficients, Situation situation, double cohorts) {
        return IntStream.rangeClosed(situation.now() + 1, situation.now() + COHORTS_AHEAD)
                .mapToDouble(cohort -> product(coefficients, terms(situation.champion(), cohort, cohorts))
                        - product(coefficients, terms(situation.newestMature(), cohort, cohorts)))
                .sum();
    }

    private static double[] terms(int model, int cohort, double cohorts) {
        return new double[] {1, model / cohorts, (cohort - model) / cohorts, cohort / cohorts};
    }

    private static double product(double[] a, double[] b) {
        return IntStream.range(0, a.length).mapToDouble(k -> a[k] * b[k]).sum();
    }
}
