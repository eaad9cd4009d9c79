package io.tidemark.backtest;

import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The default rule: the {@link CumulatedGapWithRestore} that believes in a difference as far as such differences have lasted so far until they
 * could be acted upon ({@link Persistence}).
 *
 * <ol>
 *   <li>RESTORE the best {@link Comeback}, where there is one.
 *   <li>Otherwise RETRAIN when g′ &gt; 0, A + L · g′ &gt; c and R · g′ &gt; c, with A and g of {@link GapEvidence} over {@link
 *       Situation#cohortsSinceChosen} and g′ = share(g) · g; but not
 *       <ul>
 *         <li>where the champion is untried, i ≥ dep − L and m ≤ dep, unless it is clear already: |J| ≥ 2 and g above 0 by more than three
 *             standard errors;
 *         <li>where a model retrained L + 1 cohorts ago would have been clearly worse than the champion: f + g/4 &lt; 0, f = mean of the last
 *             min(2, ·) of M(i, j) − M(j − 1 − L, j), j ≤ m, j − 1 − L &gt; i, and f below 0 by more than three standard errors, with the two
 *             models' gaps taken as independent: they go together, so that is the most that it can be;
 *         <li>where the ageing of all models says that the price is not owed: B ≤ c ({@link DebtEstimate#sinceChosen}). With labels at once that
 *             hardly ever speaks against A &gt; c; with late ones L · g is the mean of two gaps many times over, noise and all.
 *       </ul>
 *   <li>Otherwise KEEP.
 * </ol>
 *
 * <p>With labels at once it mostly does what CG_RESTORE does; with late ones it is the rule that notices that its news is old, in a season above
 * all, and that listens to all that has come in since the champion was chosen, whichever model served then. Constants were chosen on the streams
 * given and on made-up ones with every stream left out in turn, but for the three standard errors, which come from made-up
 * applicants taken through the whole job; the sums' threshold, c, is that of the ski rental and was left alone.
 *
 * @param horizon whether it looks at the planned end of the model's life
 */
public record LastingGap(Horizon horizon) implements RetrainingPolicy {
    private static final double CLEARLY_WORSE = 0.25;
    private static final int LATELY = 2;
    private static final double BEYOND_CHANCE = 3;

    @Override
    public String name() {
        return horizon == Horizon.GATED ? "LASTING_GAP" : "LASTING_GAP_open_end";
    }

    @Override
    public Decision decide(Situation given) {
        Situation situation = horizon == Horizon.GATED ? given : given.withoutEnd();
        Optional<Comeback> comeback = Comeback.best(situation);
        if (comeback.isPresent()) {
            return new Decision.Restore(comeback.get().model());
        }
        return retrains(situation) ? Decision.RETRAIN : Decision.KEEP;
    }

    @Override
    public IntStream cohortsCounted(Situation situation) {
        return situation.cohortsSinceChosen();
    }

    @Override
    public Optional<DebtEstimate> debt(Situation situation) {
        return DebtEstimate.sinceChosen(situation);
    }

    private boolean retrains(Situation situation) {
        GapEvidence gap = GapEvidence.of(situation, situation.cohortsSinceChosen());
        double price = situation.prices().retrain();
        if (gap.lately() <= 0
                || gap.debt() <= price
                || (situation.isChampionUntried() && !isClear(gap))
                || wouldHaveDisappointed(situation, gap.lately())
                || debt(situation).filter(estimate -> estimate.debt() <= price).isPresent()) {
            return false;
        }
        double lasting = Persistence.ofGaps(situation).share(gap.lately()) * gap.lately();
        return lasting > 0
                && gap.sum() + situation.labelLag() * lasting > price
                && situation.cohortsLeft() * lasting > price;
    }

    private static boolean isClear(GapEvidence gap) {
        return gap.count() >= LATELY && gap.lately() > BEYOND_CHANCE * gap.latelyError();
    }

    private static boolean wouldHaveDisappointed(Situation situation, double lately) {
        StalenessMatrix known = situation.known();
        int champion = situation.champion();
        double sum = 0;
        double variance = 0;
        int count = 0;
        for (int cohort = situation.newestMature(); count < LATELY; cohort--) {
            int retrained = cohort - 1 - situation.labelLag();
            if (retrained <= champion) {
                break;
            }
            sum += known.loss(champion, cohort) - known.loss(retrained, cohort);
            variance += Math.pow(known.gapStandardError(champion, cohort), 2)
                    + Math.pow(known.gapStandardError(retrained, cohort), 2);
            count++;
        }
        return count > 0 && sum / count < -CLEARLY_WORSE * lately && sum < -BEYOND_CHANCE * Math.sqrt(variance);
    }
}
