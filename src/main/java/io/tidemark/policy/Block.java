package io.tidemark.policy;

import io.tidemark.backtest.DebtEstimate;
import io.tidemark.backtest.Decision;
import io.tidemark.cohort.Cohort;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A new model that seems due, where outcomes do not suffice to train it on the world as it is now, or to say whether it is due.
 *
 * <ul>
 *   <li>The rule says RETRAIN, but there was a change since the cohorts that speak for it, and the outcomes since do not suffice.
 *   <li>A shift that needs no outcomes to be seen lasts, and the outcomes since do not suffice.
 *   <li>The debt exceeds the price, but no cohort that the rule counts has outcomes yet.
 * </ul>
 *
 * @param why in words
 * @param from the day from which on outcomes suffice
 * @param outlook on the outcomes since the change; empty where no change is dated
 */
record Block(String why, LocalDate from, Optional<LabelOutlook> outlook) {
    private static final int LATELY = 2;

    /** What keeps a new model waiting; empty where nothing does. */
    static Optional<Block> of(
            Evidence evidence, Optional<LiveSituation> live, Decision decision, Optional<LastingAlarm> alarm) {
        if (evidence.retraining().isEmpty() || decision instanceof Decision.Restore) {
            return Optional.empty();
        }
        RetrainingEvidence known = evidence.retraining().get();
        Optional<Integer> shifted = alarm.map(lasting -> index(known, lasting.since()));
        if (decision instanceof Decision.Retrain) {
            Optional<Integer> changed = behaviourChanged(known).or(() -> shifted);
            return changed.flatMap(onset -> ofDebtBefore(evidence, known, live.orElseThrow(), onset));
        }
        Optional<Block> ofAlarm = shifted.flatMap(onset -> ofAlarm(evidence, known, alarm.orElseThrow(), onset));
        return ofAlarm.isPresent() ? ofAlarm : live.flatMap(situation -> ofDebtUnseen(evidence, known, situation));
    }

    private static Optional<Integer> behaviourChanged(RetrainingEvidence known) {
        return known.behaviourOnset().isPresent()
                ? Optional.of(known.behaviourOnset().getAsInt())
                : Optional.empty();
    }

    /** The index of a cohort; 0 for one before the first. */
    static int index(RetrainingEvidence known, Cohort cohort) {
        return (int) known.cohorts().stream()
                .filter(served -> served.cohort().compareTo(cohort) < 0)
                .count();
    }

    private static Optional<Block> ofDebtBefore(
            Evidence evidence, RetrainingEvidence known, LiveSituation live, int onset) {
        LabelOutlook outlook = LabelOutlook.of(evidence, known, onset);
        if (outlook.from().isEmpty() || outlook.suffices(known) || gainSince(live, onset) > 0) {
            return Optional.empty();
        }
        String why = "keeping the champion has cost more than a retrain, but that was before the change of "
                + known.cohort(onset).label() + ", and " + few(outlook, known);
        return Optional.of(new Block(why, outlook.from().get(), Optional.of(outlook)));
    }

    /**
     * By how much models that have seen a change did better than the champion on later cohorts, the mean of the last two; 0 where there is none.
     */
    static double gainSince(LiveSituation live, int onset) {
        int champion = live.situation().champion();
        int first = Math.max(live.number(onset) + 1, champion + 2);
        int last = live.situation().newestMature();
        return IntStream.rangeClosed(Math.max(first, last - LATELY + 1), last)
                .mapToDouble(cohort -> live.situation().known().gap(champion, cohort))
                .average()
                .orElse(0);
    }

    private static Optional<Block> ofAlarm(Evidence evidence, RetrainingEvidence known, LastingAlarm alarm, int onset) {
        LabelOutlook outlook = LabelOutlook.of(evidence, known, onset);
        if (outlook.from().isEmpty() || outlook.suffices(known)) {
            return Optional.empty();
        }
        String why = alarm.what() + " since " + known.cohort(onset).label() + ", and " + few(outlook, known);
        return Optional.of(new Block(why, outlook.from().get(), Optional.of(outlook)));
    }

    private static String few(LabelOutlook outlook, RetrainingEvidence known) {
        long cohorts = known.counted(outlook.onset(), known.newestMature()).count();
        return cohorts == 0
                ? "no outcome since then is known"
                : "since then only the outcomes of " + Figures.cohorts(cohorts) + " are known, with " + outlook.bads()
                        + " bads";
    }

    private static Optional<Block> ofDebtUnseen(Evidence evidence, RetrainingEvidence known, LiveSituation live) {
        Optional<DebtEstimate> debt = live.debt();
        double price = known.costs().prices().retrain();
        boolean isDue = live.gap().count() == 0
                && debt.isPresent()
                && debt.get().debt() > price
                && debt.get().netLevel() > 0
                && live.situation().cohortsLeft() * debt.get().netLevel() > price;
        if (!isDue) {
            return Optional.empty();
        }
        int firstServed = live.index(
                Math.max(live.situation().deployedAfter() + 1, live.situation().champion() + 2));
        Optional<LabelOutlook> outlook = behaviourChanged(known).map(onset -> LabelOutlook.of(evidence, known, onset));
        int last = outlook.flatMap(LabelOutlook::enoughAt)
                .map(enough -> Math.max(enough, firstServed))
                .orElse(firstServed);
        String why = "by the ageing of all models the champion owes "
                + known.costs().said(debt.get().debt()) + ", more than a retrain, but of the cohorts that it served"
                + " no outcome is known that a newer model could have been tried on";
        return Optional.of(new Block(why, LabelOutlook.knownFrom(known, last), outlook));
    }
}
