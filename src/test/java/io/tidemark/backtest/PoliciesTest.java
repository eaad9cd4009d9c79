package io.tidemark.backtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class PoliciesTest {
    @Test
    void aPolicyOnTheClassPathIsReplayedBesideTheOthers() {
        List<RetrainingPolicy> all = Policies.all();
        RetrainingPolicy brought = all.get(all.size() - 1);
        assertEquals("twice_as_bad", brought.name());
        // Model 0 loses 0.1 on cohort 1 and more than 0.2 from cohort 12 on.
        Replay replay = new Replay(
                Matrices.of(0, 20, (model, cohort) -> 0.1 + 0.0099 * (cohort - model - 1)), 0, Prices.ofRetrain(1));
        assertEquals(List.of(12), replay.run(brought).retrains());
    }

    @Test
    void theDefaultComesFirstAndNamesAreDifferent() {
        assertEquals("LASTING_GAP", Policies.OWN.get(0).name());
        assertEquals(
                Policies.OWN.size(),
                Policies.OWN.stream().map(RetrainingPolicy::name).distinct().count());
        assertTrue(Policies.all().containsAll(Policies.OWN));
    }
}
