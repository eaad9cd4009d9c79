package io.tidemark.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Of many applicants the line is fitted to a few of them first, and must be that of all. */
class LogisticLineTest {
    private static final int MANY = 60_000;

    @Test
    void theLineOfManyIsTheMostLikelyOne() {
        SplittableRandom random = new SplittableRandom(3);
        assertMostLikely(outcomes(random, i -> 1));
    }

    @Test
    void itIsSoWhereTheFewAreUnlikeTheRest() {
        SplittableRandom random = new SplittableRandom(4);
        ScoredOutcomes outcomes = outcomes(random, i -> i % 20 == 0 ? -3 : 1);
        assertTrue(IntStream.range(0, MANY / 20).anyMatch(i -> outcomes.bad()[20 * i]));
        assertMostLikely(outcomes);
    }

    @Test
    void itIsSoWhereTheFewHaveNoLine() {
        ScoredOutcomes outcomes = outcomes(new SplittableRandom(5), i -> 1);
        for (int i = 0; i < MANY; i += 20) {
            outcomes.bad()[i] = false;
        }
        assertMostLikely(outcomes);
    }

    private interface Slope {
        double of(int applicant);
    }

    private static ScoredOutcomes outcomes(SplittableRandom random, Slope slope) {
        boolean[] bad = new boolean[MANY];
        double[] scores = new double[MANY];
        for (int i = 0; i < MANY; i++) {
            scores[i] = 5 + 2 * random.nextDouble();
            bad[i] = random.nextDouble() < 1 / (1 + Math.exp(1.5 - slope.of(i) * (scores[i] - 6)));
        }
        return new ScoredOutcomes(bad, scores);
    }

    /** There the outcomes that are expected are as many as there are, and so are they weighted by the scores. */
    private static void assertMostLikely(ScoredOutcomes outcomes) {
        LogisticLine line = LogisticLine.of(outcomes).known().orElseThrow();
        double missing = 0;
        double missingByScore = 0;
        for (int i = 0; i < MANY; i++) {
            double difference = (outcomes.bad()[i] ? 1 : 0) - line.probability(outcomes.scores()[i]);
            missing += difference / MANY;
            missingByScore += difference * outcomes.scores()[i] / MANY;
        }
        assertEquals(0, missing, 1e-12);
        assertEquals(0, missingByScore, 1e-11);
    }
}
