package io.tidemark.backtest;

/**
 * What share of a difference seen in mature labels is still there when somebody has acted on it, learned from the past: the regression through
 * the origin of what acting would have saved, y, on what was seen, x &gt; 0.
 *
 * <p>share(x<sub>now</sub>) = min(1, (Σ w·x·y + p·x<sub>now</sub>²) / (Σ w·x² + p·x<sub>now</sub>²)), so that p cohorts with a difference as
 * large as the present one, all of which lasted, stand against experience. 1 where there is none; below 0 where what was seen used to have
 * turned by the time, as in a season whose labels come late.
 *
 * <p>The sums go over dates τ = t0 + L + 2 … m − 1, with labels through μ = τ − L then and an outcome on cohort τ + 1, the first that a decision
 * after τ could change; the models or pairs of models of one date weigh one together.
 *
 * @param products Σ w·x·y
 * @param squares Σ w·x²
 * @param pseudoCohorts p
 */
record Persistence(double products, double squares, double pseudoCohorts) {
    /** Chosen, like {@link #OF_PAIRS}, with every stream left out in turn; 0.1 to 0.5 cost about the same. */
    private static final double OF_GAPS = 0.25;

    private static final double OF_PAIRS = 0.15;
    private static final int LATELY = 2;

    /**
     * That of gaps to new models: x = mean of the last min(2, μ − k − 1) gaps e(k, j), j ≤ μ, and y = M(k, τ + 1) − M(μ, τ + 1), over models k =
     * t0 … μ − 2.
     */
    static Persistence ofGaps(Situation situation) {
        StalenessMatrix known = situation.known();
        double products = 0;
        double squares = 0;
        for (int date = firstDate(situation); date < known.lastCohort(); date++) {
            int mature = date - situation.labelLag();
            double weight = 1.0 / models(known, mature);
            for (int model = known.firstModel(); model <= mature - LATELY; model++) {
                double seen = known.gap(model, mature);
                if (mature > model + LATELY) {
                    seen = (seen + known.gap(model, mature - 1)) / LATELY;
                }
                if (seen > 0) {
                    double saved = known.loss(model, date + 1) - known.loss(mature, date + 1);
                    products += weight * seen * saved;
                    squares += weight * seen * seen;
                }
            }
        }
        return new Persistence(products, squares, OF_GAPS);
    }

    /**
     * That of differences between models: x = mean of M(k, j) − M(a, j) over j = μ − 1 and μ, y = M(k, τ + 1) − M(a, τ + 1), over all pairs of
     * models t0 … μ − 2, with k the one that was worse.
     */
    static Persistence ofPairs(Situation situation) {
        StalenessMatrix known = situation.known();
        double products = 0;
        double squares = 0;
        for (int date = firstDate(situation) + 1; date < known.lastCohort(); date++) {
            int mature = date - situation.labelLag();
            int models = models(known, mature);
            double weight = 2.0 / models / (models - 1);
            for (int one = known.firstModel(); one < mature - LATELY; one++) {
                for (int other = one + 1; other <= mature - LATELY; other++) {
                    double seen = (difference(known, one, other, mature) + difference(known, one, other, mature - 1))
                            / LATELY;
                    // The sign of x does not matter: with k and a exchanged both x and y turn.
                    products += weight * seen * difference(known, one, other, date + 1);
                    squares += weight * seen * seen;
                }
            }
        }
        return new Persistence(products, squares, OF_PAIRS);
    }

    private static int firstDate(Situation situation) {
        return situation.known().firstModel() + situation.labelLag() + LATELY;
    }

    private static int models(StalenessMatrix known, int mature) {
        return mature - LATELY - known.firstModel() + 1;
    }

    private static double difference(StalenessMatrix known, int one, int other, int cohort) {
        return known.loss(one, cohort) - known.loss(other, cohort);
    }

    /** At most 1, for a difference above 0. */
    double share(double now) {
        double prior = pseudoCohorts * now * now;
        return Math.min(1, (products + prior) / (squares + prior));
    }
}
