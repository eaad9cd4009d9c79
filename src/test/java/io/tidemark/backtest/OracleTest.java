package io.tidemark.backtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class OracleTest {
    /** Retrains after the cohorts whose bit is set. */
    private record Planned(int first, int bits) implements RetrainingPolicy {
        @Override
        public String name() {
            return "planned";
        }

        @Override
        public Decision decide(Situation situation) {
            return (bits >> (situation.now() - first) & 1) == 1 ? Decision.RETRAIN : Decision.KEEP;
        }
    }

    @Test
    void noPlanOfAllThatThereAreIsCheaper() {
        for (int seed = 0; seed < 40; seed++) {
            Replay replay = new Replay(Matrices.random(2, 12, seed), seed % 4, Prices.ofRetrain(0.01 * (1 + seed % 7)));
            int decisions = replay.lastServed() - replay.firstServed();
            double least = Double.POSITIVE_INFINITY;
            for (int bits = 0; bits < 1 << decisions; bits++) {
                least = Math.min(
                        least,
                        replay.run(new Planned(replay.firstServed(), bits)).total());
            }
            assertEquals(least, Oracle.of(replay).total(), 1e-12, "seed " + seed);
        }
    }

    @Test
    void itsTimesLeadToItsTotal() {
        for (int seed = 0; seed < 40; seed++) {
            Replay replay = new Replay(Matrices.random(0, 20, seed), seed % 4, Prices.ofRetrain(0.05));
            ReplayResult oracle = Oracle.of(replay);
            int bits = oracle.retrains().stream()
                    .mapToInt(time -> 1 << (time - replay.firstServed()))
                    .sum();
            assertTrue(bits > 0);
            assertEquals(
                    oracle.total(),
                    replay.run(new Planned(replay.firstServed(), bits)).total(),
                    1e-12);
        }
    }

    @Test
    void ofEqualPlansItKeeps() {
        Replay replay = new Replay(Matrices.of(0, 8, (model, cohort) -> 0.3), 1, Prices.ofRetrain(0.1));
        assertEquals(List.of(), Oracle.of(replay).retrains());
    }
}
