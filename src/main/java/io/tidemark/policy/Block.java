package io.tidemark.policy;

import io.tidemark.backtest.Decision;
import io.tidemark.cohort.Cohort;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A new model that seems due, where outcomes do not suffice to train it on the world as it is now.
 *
 * <ul>
 *   <li>The rule says RETRAIN, but there was a change since the cohorts that speak for it, and the outcomes since do not suffice.
 *   <li>A shift that needs no outcomes to be seen lasts, and the outcomes since do not suffice.
 * </ul>
 *
 * @param why in words
 * @param from the day from which on outcomes suffice
 * @param outlook on the outcomes since the change
 */
record Block(String why, LocalDate from, LabelOutlook outlook) {
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
        return shifted.flatMap(onset -> ofAlarm(evidence, known, alarm.orElseThrow(), onset));
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
        return Optional.of(new Block(why, outlook.from().get(), outlook));
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
        return Optional.of(new Block(why, outlook.from().get(), outlook));
    }

    private static String few(LabelOutlook outlook, RetrainingEvidence known) {
        long cohorts = known.counted(outlook.onset(), known.newestMature()).count();
        return cohorts == 0
                ? "no outcome since then is known"
                : "since then only the outcomes of " + Figures.cohorts(cohorts) + " are known, with " + outlook.bads()
                        + " bads";
    }
}
