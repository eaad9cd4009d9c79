package io.tidemark.backtest;

/**
 * Retrains when the champion's AUC on the newest mature cohort has fallen by more than 0.03 below its AUC on the first cohort after its
 * training. Sees no difference between a stale model and a cohort that is hard for every model.
 */
public final class AucDrop implements RetrainingPolicy {
    private static final double POINTS = 0.03;

    @Override
    public String name() {
        return "auc_drop3";
    }

    @Override
    public Decision decide(Situation situation) {
        int champion = situation.champion();
        if (situation.newestMature() == champion) {
            return Decision.KEEP;
        }
        double atFirst = situation.known().auc(champion, champion + 1);
        double lately = situation.known().auc(champion, situation.newestMature());
        return lately < atFirst - POINTS ? Decision.RETRAIN : Decision.KEEP;
    }
}
