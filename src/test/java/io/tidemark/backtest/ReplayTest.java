package io.tidemark.backtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReplayTest {
    static Stream<RetrainingPolicy> policies() {
        return Policies.on(refitted(1)).stream();
    }

    /** Losses that depend on nothing, also with the level refitted. */
    private static StalenessMatrix refitted(long seed) {
        Random random = new Random(seed);
        return Matrices.refitted(
                Matrices.random(1, 20, seed), (model, cohort, refit) -> 0.2 + 0.2 * random.nextDouble());
    }

    /** The same up to a cohort, and something else after it. */
    private static StalenessMatrix withAnotherFuture(StalenessMatrix matrix, int after, long seed) {
        Random random = new Random(seed);
        return Matrices.refitted(
                Matrices.withAnotherFuture(matrix, after, seed),
                (model, cohort, refit) ->
                        cohort <= after ? matrix.loss(model, cohort, OptionalInt.of(refit)) : random.nextDouble());
    }

    /** Asks another policy, and remembers situations and decisions. */
    private static final class Watched implements RetrainingPolicy {
        private final RetrainingPolicy policy;
        private final List<Situation> situations = new ArrayList<>();
        private final List<Decision> decisions = new ArrayList<>();

        private Watched(RetrainingPolicy policy) {
            this.policy = policy;
        }

        @Override
        public String name() {
            return policy.name();
        }

        @Override
        public Decision decide(Situation situation) {
            Decision decision = policy.decide(situation);
            situations.add(situation);
            decisions.add(decision);
            return decision;
        }
    }

    @ParameterizedTest
    @MethodSource("policies")
    void anotherFutureChangesNoEarlierDecision(RetrainingPolicy policy) {
        for (int seed = 0; seed < 6; seed++) {
            int labelLag = seed % 3;
            StalenessMatrix matrix = refitted(seed);
            Watched asItWas = replayed(policy, matrix, labelLag);
            for (int now = matrix.firstModel() + labelLag + 1; now < 20; now++) {
                int seen = now - matrix.firstModel() - labelLag;
                StalenessMatrix other = withAnotherFuture(matrix, now - labelLag, 100 + seed);
                Watched otherwise = replayed(policy, other, labelLag);
                assertEquals(asItWas.decisions.subList(0, seen), otherwise.decisions.subList(0, seen), "after " + now);
            }
        }
    }

    private static Watched replayed(RetrainingPolicy policy, StalenessMatrix matrix, int labelLag) {
        Watched watched = new Watched(policy);
        new Replay(matrix, labelLag, Prices.ofRetrain(0.1)).run(watched);
        return watched;
    }

    @Test
    void perturbedFuturesDoChangeLaterDecisions() {
        StalenessMatrix matrix = Matrices.random(1, 20, 1);
        StalenessMatrix other = Matrices.withAnotherFuture(matrix, 8, 2);
        assertNotEquals(
                replayed(Policies.DEFAULT, matrix, 0).decisions, replayed(Policies.DEFAULT, other, 0).decisions);
    }

    @Test
    void nothingLaterThanTheNewestMatureCohortIsInASituation() {
        Watched watched = replayed(new EveryK(3), Matrices.random(2, 12, 3), 2);
        for (Situation situation : watched.situations) {
            assertEquals(2, situation.labelLag());
            assertEquals(situation.now() - 2, situation.known().lastCohort());
            int immature = situation.now() - 1;
            assertThrows(IllegalArgumentException.class, () -> situation.known().loss(2, immature));
        }
        assertEquals(List.of(2, 5, 8), watched.situations.get(6).archive());
    }

    @Test
    void theTotalIsTheLossOfWhatServedAndThePriceOfWhatWasDone() {
        StalenessMatrix matrix = Matrices.of(0, 7, (model, cohort) -> (100 * model + cohort) / 1000.0);
        RetrainingPolicy policy = script(now -> switch (now) {
            case 3 -> Decision.RETRAIN;
            case 5 -> new Decision.Restore(0);
            default -> Decision.KEEP;
        });
        ReplayResult result = new Replay(matrix, 1, new Prices(2, 0.5)).run(policy);
        // Model 0 serves 2 and 3; model 2, whose labels were mature after 3, serves 4 and 5; model 0 again 6 and 7.
        assertEquals((2 + 3 + 204 + 205 + 6 + 7) / 1000.0 + 2 + 0.5, result.total(), 1e-12);
        assertEquals(List.of(3), result.retrains());
        assertEquals(List.of(5), result.restores());
    }

    private static RetrainingPolicy script(IntFunction<Decision> byCohort) {
        return new RetrainingPolicy() {
            @Override
            public String name() {
                return "script";
            }

            @Override
            public Decision decide(Situation situation) {
                return byCohort.apply(situation.now());
            }
        };
    }

    @Test
    void aRefittedLevelServesUntilAnotherModelDoesOrItIsRefittedAgain() {
        StalenessMatrix matrix = Matrices.refitted(
                Matrices.of(0, 9, (model, cohort) -> (100 * model + cohort) / 1000.0),
                (model, cohort, refit) -> (100 * model + cohort) / 1000.0 - refit / 10000.0);
        RetrainingPolicy policy = script(now -> switch (now) {
            case 3, 5 -> Decision.RECALIBRATE;
            case 7 -> Decision.RETRAIN;
            default -> Decision.KEEP;
        });
        Replay replay = new Replay(matrix, 1, new Prices(2, 0.5));
        ReplayResult result = replay.run(policy);
        // Model 0 serves 2 and 3 as trained, 4 and 5 refitted through 2, 6 and 7 through 4; model 6 serves 8 and 9.
        assertEquals(
                (2 + 3 + 4 + 5 + 6 + 7 + 608 + 609) / 1000.0 - (2 * 2 + 2 * 4) / 10000.0 + 2 + 2 * 0.2,
                result.total(),
                1e-12);
        assertEquals(List.of(3, 5), result.recalibrations());
        assertEquals(3, result.actions());
        List<ReplayStep> steps = replay.steps(policy);
        assertEquals(
                List.of(OptionalInt.empty(), OptionalInt.of(2), OptionalInt.of(4), OptionalInt.empty()),
                Stream.of(2, 4, 6, 8)
                        .map(cohort -> steps.get(cohort - 2).recalibrated())
                        .toList());
    }

    @Test
    void aLevelIsNotRefittedOnFewerThanTwoCohorts() {
        Replay replay = new Replay(Matrices.random(0, 5, 1), 0, Prices.ofRetrain(1));
        String said = assertThrows(
                        IllegalArgumentException.class, () -> replay.run(script(now -> Decision.RECALIBRATE)))
                .getMessage();
        assertTrue(said.contains("takes two cohorts after its training"), said);
    }

    @Test
    void aModelThatNeverServedCannotBeRestored() {
        RetrainingPolicy policy = new RetrainingPolicy() {
            @Override
            public String name() {
                return "dreamer";
            }

            @Override
            public Decision decide(Situation situation) {
                return new Decision.Restore(1);
            }
        };
        Replay replay = new Replay(Matrices.random(0, 5, 1), 0, Prices.ofRetrain(1));
        String said = assertThrows(IllegalArgumentException.class, () -> replay.run(policy))
                .getMessage();
        assertTrue(said.contains("dreamer") && said.contains("the archive has [0]"), said);
    }

    @Test
    void aLagThatLeavesNothingToServeIsRefused() {
        StalenessMatrix matrix = Matrices.random(3, 8, 1);
        assertEquals(4, Replay.mostLag(matrix));
        assertEquals(8, new Replay(matrix, 4, Prices.ofRetrain(1)).firstServed());
        assertThrows(IllegalArgumentException.class, () -> new Replay(matrix, 5, Prices.ofRetrain(1)));
    }
}
