package io.tidemark.sample;

import io.tidemark.backtest.Loss;
import io.tidemark.backtest.Policies;
import io.tidemark.backtest.Prices;
import io.tidemark.backtest.Replay;
import io.tidemark.backtest.ReplayResult;
import io.tidemark.backtest.StalenessMatrix;
import java.util.List;
import java.util.OptionalInt;

/** From applicants to decisions in pure code: what the default rule does in the history of one story, by the loss 1 − AUC. */
record StoryDecisions(StalenessMatrix matrix) {
    /** The first month in which a story differs from the quiet history, and the first after a spell. */
    static final int BEGIN = 12;

    static final int SPELL_OVER = 18;
    static final int DECISIONS = 18;

    static StoryDecisions of(ShiftChoice shifts, long seed, int applicantsAMonth) {
        return new StoryDecisions(
                StoryHistory.of(shifts, seed, applicantsAMonth).staleness(Loss.AUC));
    }

    ReplayResult replay(int labelLag, double cost) {
        return new Replay(matrix, labelLag, Prices.ofRetrain(cost)).run(Policies.DEFAULT);
    }

    /** Retrains for every {@link #DECISIONS} decisions. */
    double retrains(int labelLag, double cost) {
        Replay replay = new Replay(matrix, labelLag, Prices.ofRetrain(cost));
        double decisions = replay.lastServed() - replay.firstServed();
        return DECISIONS * replay(labelLag, cost).retrains().size() / decisions;
    }

    /**
     * Cohorts from the begin of the story to the first retrain that can have come of it; empty where there is none. Before the outcomes of the
     * story's first cohort are known a retrain is none of its doing.
     */
    OptionalInt delay(int labelLag, double cost) {
        return replay(labelLag, cost).retrains().stream()
                .mapToInt(cohort -> cohort - BEGIN)
                .filter(delay -> delay >= labelLag)
                .findFirst();
    }

    boolean restoresAfterTheSpell(int labelLag, double cost) {
        List<Integer> restores = replay(labelLag, cost).restores();
        return restores.stream().anyMatch(cohort -> cohort >= SPELL_OVER + labelLag);
    }
}
