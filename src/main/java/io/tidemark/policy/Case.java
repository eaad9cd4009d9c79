package io.tidemark.policy;

import io.tidemark.backtest.Decision;
import io.tidemark.backtest.Loss;
import java.util.Optional;

/**
 * Evidence, and what follows from it before any rule is asked.
 *
 * @param live what the rule for retraining is asked about; empty where it cannot be. Where the Brier score is charged and recalibration is due,
 *     what it would cure is not counted against the champion.
 * @param decision what that rule says; KEEP where it cannot be asked
 * @param alarm a lasting shift that needs no outcomes to be seen
 * @param miscalibration a level that refitting would mend
 * @param block what keeps a new model waiting
 */
record Case(
        Evidence evidence,
        Optional<LiveSituation> live,
        Decision decision,
        Optional<LastingAlarm> alarm,
        Optional<Miscalibration> miscalibration,
        Optional<Block> block) {
    static Case of(Evidence evidence) {
        Optional<Miscalibration> miscalibration = Miscalibration.of(evidence);
        Optional<LiveSituation> live = evidence.retraining()
                .flatMap(known -> LiveSituation.of(known, evidence.rule()))
                .map(situation -> miscalibration.isPresent() && isBrier(evidence)
                        ? situation.withChampionLoss((cohort, loss) -> loss - Miscalibration.cured(evidence, cohort))
                        : situation);
        Decision decision = live.map(situation -> evidence.rule().decide(situation.situation()))
                .orElse(Decision.KEEP);
        Optional<LastingAlarm> alarm = LastingAlarm.of(evidence);
        return new Case(evidence, live, decision, alarm, miscalibration, Block.of(evidence, live, decision, alarm));
    }

    private static boolean isBrier(Evidence evidence) {
        return evidence.retraining()
                .filter(known -> known.costs().loss() == Loss.BRIER)
                .isPresent();
    }

    ShiftEvidence shifts() {
        return evidence.shifts();
    }

    /** The costs; only where {@link #live} is there. */
    Costs costs() {
        return evidence.retraining().orElseThrow().costs();
    }
}
