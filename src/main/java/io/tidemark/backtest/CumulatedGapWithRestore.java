package io.tidemark.backtest;

import java.util.Optional;

/**
 * First RESTORE: where an earlier champion is better by more than it costs to put back ({@link ArchivedModel#best}), it
 * serves again. Otherwise RETRAIN by the {@link CumulatedGap} with a horizon gate. Otherwise KEEP.
 *
 * <p>The gap alone cannot tell a spell from a jump when it begins; an archive makes the mistake cheap, because the way back from a model that
 * was trained for a spell costs c<sub>r</sub> instead of c.
 *
 * @param horizon whether it looks at the planned end of the model's life; where it is ignored, restores and retrains are judged as if cohorts
 *     were to come for ever
 */
public record CumulatedGapWithRestore(Horizon horizon) implements RetrainingPolicy {
    private static final CumulatedGap GAP = new CumulatedGap(Horizon.GATED);

    @Override
    public String name() {
        return horizon == Horizon.GATED ? "CG_RESTORE" : "CG_RESTORE_open_end";
    }

    @Override
    public Decision decide(Situation given) {
        Situation situation = horizon == Horizon.GATED ? given : given.withoutEnd();
        Optional<ArchivedModel> better = ArchivedModel.best(situation);
        return better.<Decision>map(archived -> new Decision.Restore(archived.model()))
                .orElseGet(() -> GAP.decide(situation));
    }
}
