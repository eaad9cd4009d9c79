package io.tidemark.backtest;

/**
 * How far gaps stray from the age curve, over all pairs k, j with j ≥ k + 2, residual r(k, j) = e(k, j) − D(j − k) and standard error s.
 *
 * @param lasting τ² = max(mean r² − mean s², 10⁻¹²), the variance from model to model; the floor is for where noise explains it all
 * @param passing ω² = max(½ · mean (r(k, j) − r(k, j − 1))² − mean s², 0), that from one cohort to the next; τ² with fewer than three such pairs
 */
record GapSpread(double lasting, double passing) {
    static final double LEAST_VARIANCE = 1e-12;
    private static final int LEAST_STEPS = 3;

    static GapSpread of(StalenessMatrix known, AgeCurve curve) {
        double squares = 0;
        double noise = 0;
        int pairs = 0;
        double stepSquares = 0;
        int steps = 0;
        for (int model = known.firstModel(); model < known.lastCohort(); model++) {
            double before = Double.NaN;
            for (int cohort = model + 2; cohort <= known.lastCohort(); cohort++) {
                double residual = known.gap(model, cohort) - curve.loss(cohort - model);
                squares += residual * residual;
                noise += Math.pow(known.gapStandardError(model, cohort), 2);
                pairs++;
                if (!Double.isNaN(before)) {
                    stepSquares += Math.pow(residual - before, 2);
                    steps++;
                }
                before = residual;
            }
        }
        double lasting = Math.max((squares - noise) / pairs, LEAST_VARIANCE);
        double passing = steps < LEAST_STEPS ? lasting : Math.max(stepSquares / steps / 2 - noise / pairs, 0);
        return new GapSpread(lasting, passing);
    }
}
