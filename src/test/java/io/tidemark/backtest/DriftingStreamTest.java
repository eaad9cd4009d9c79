package io.tidemark.backtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The made-up streams are what they are called. */
class DriftingStreamTest {
    private static double meanGapOfTheFirstModel(StalenessMatrix matrix) {
        return IntStream.rangeClosed(matrix.firstModel() + 1, matrix.lastCohort())
                .mapToDouble(cohort -> matrix.gap(matrix.firstModel(), cohort))
                .average()
                .orElseThrow();
    }

    @Test
    void theSameSeedGivesTheSameStream() {
        StalenessMatrix once = DriftingStream.of(Drift.SPELL, 3).matrix(Loss.BRIER);
        StalenessMatrix again = DriftingStream.of(Drift.SPELL, 3).matrix(Loss.BRIER);
        assertEquals(
                once.loss(once.firstModel(), once.lastCohort()), again.loss(again.firstModel(), again.lastCohort()));
    }

    @Test
    void modelsAgeWhereBehaviourChangesAndNowhereElse() {
        for (Loss loss : Loss.values()) {
            for (Drift harmless : List.of(Drift.NULL, Drift.COVARIATE)) {
                assertEquals(
                        0,
                        meanGapOfTheFirstModel(DriftingStream.of(harmless, 1).matrix(loss)),
                        0.004,
                        harmless + " " + loss);
            }
            for (Drift harmful : List.of(Drift.JUMP, Drift.RANDOM_WALK)) {
                double gap =
                        meanGapOfTheFirstModel(DriftingStream.of(harmful, 1).matrix(loss));
                assertTrue(gap > 0.004, harmful + " " + loss + " " + gap);
            }
        }
    }

    @Test
    void aBaseRateThatRisesIsSeenByBrierAndNotByAuc() {
        DriftingStream stream = DriftingStream.of(Drift.BASE_RATE, 1);
        assertTrue(meanGapOfTheFirstModel(stream.matrix(Loss.BRIER)) > 0.002);
        assertEquals(0, meanGapOfTheFirstModel(stream.matrix(Loss.AUC)), 0.004);
    }
}
