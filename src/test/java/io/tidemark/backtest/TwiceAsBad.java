package io.tidemark.backtest;

/** A policy as a user may bring one: retrains when the champion's loss has doubled since it was new. */
public final class TwiceAsBad implements RetrainingPolicy {
    @Override
    public String name() {
        return "twice_as_bad";
    }

    @Override
    public Decision decide(Situation situation) {
        int champion = situation.champion();
        if (situation.newestMature() == champion) {
            return Decision.KEEP;
        }
        double atFirst = situation.known().loss(champion, champion + 1);
        double lately = situation.known().loss(champion, situation.newestMature());
        return lately > 2 * atFirst ? Decision.RETRAIN : Decision.KEEP;
    }
}
