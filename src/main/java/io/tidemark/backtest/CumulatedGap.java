package io.tidemark.backtest;

/**
 * Retrains once the gaps of the champion have summed up to what a retrain costs: A + L · g > c, see {@link GapEvidence}, by the cohorts that
 * it served. With a horizon gate also g > 0 and R · g > c, which keeps it from paying for a retrain just before the planned end.
 *
 * <p>For ageing that is linear the sum reaches c exactly at the age that is best; for a single jump it is the rule of the ski rental.
 *
 * @param horizon whether the gate is there
 */
public record CumulatedGap(Horizon horizon) implements RetrainingPolicy {
    @Override
    public String name() {
        return horizon == Horizon.GATED ? "cum_gap_gate" : "cum_gap";
    }

    @Override
    public Decision decide(Situation situation) {
        GapEvidence gap = GapEvidence.of(situation, cohortsCounted(situation));
        double price = situation.prices().retrain();
        boolean due = gap.count() > 0 && gap.debt() > price;
        return due && (horizon == Horizon.IGNORED || pays(situation, gap)) ? Decision.RETRAIN : Decision.KEEP;
    }

    private static boolean pays(Situation situation, GapEvidence gap) {
        return gap.lately() > 0
                && situation.cohortsLeft() * gap.lately() > situation.prices().retrain();
    }
}
