package io.tidemark.spark.outcome;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tidemark.cohort.Slice;
import io.tidemark.model.ScoredApplicants;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CohortScoresTest {
    private static final Slice NORTH = new Slice("region", "north");
    private static final Slice SOUTH = new Slice("region", "south");

    @Test
    void applicantsInOrderKeepTheirScoresOutcomesAndSlices() {
        CohortScores scores = new CohortScores(2, 1);
        add(scores, CohortScores.BAD, 0.3, 1, NORTH);
        add(scores, CohortScores.GOOD, 0.3, 1, SOUTH);
        add(scores, CohortScores.LATER, 0.1, 4, NORTH);
        add(scores, CohortScores.NONE, Double.NaN, 2, SOUTH);
        add(scores, CohortScores.GOOD, 0.3, 0.5, NORTH);
        scores.inOrder();
        assertArrayEquals(
                new double[] {0.3, 0.3, 0.3},
                scores.labelled(scores.everybody()).by(0).scores());
        assertArrayEquals(
                new boolean[] {false, false, true},
                scores.labelled(scores.everybody()).by(0).bad());
        assertArrayEquals(new double[] {0.5, 1, 1, 2, 4}, scores.scores(1, scores.everybody()));
        assertArrayEquals(new int[] {0, 1, 3}, scores.places().get(NORTH));
        assertArrayEquals(new int[] {2, 4}, scores.places().get(SOUTH));
    }

    @Test
    void whatIsFoundOutDoesNotHangOnTheOrder() {
        SplittableRandom random = new SplittableRandom(7);
        CohortScores one = new CohortScores(2, 1);
        CohortScores other = new CohortScores(2, 1);
        for (int i = 0; i < 500; i++) {
            CohortScores part = i % 3 == 0 ? one : other;
            byte outcome = (byte) random.nextInt(4);
            double score = random.nextInt(50) / 50.0;
            add(part, outcome, score, random.nextInt(10) == 0 ? Double.NaN : 1 - score, i % 2 == 0 ? NORTH : SOUTH);
        }
        CohortScores together = new CohortScores(2, 1).plus(one).plus(other);
        ScoredApplicants before = together.labelled(together.places().get(NORTH));
        together.inOrder();
        ScoredApplicants after = together.labelled(together.places().get(NORTH));
        for (int model = 0; model < 2; model++) {
            assertArrayEquals(before.by(model).scores(), after.by(model).scores());
            assertArrayEquals(before.by(model).bad(), after.by(model).bad());
        }
        assertEquals(before.labelled(), after.labelled());
    }

    private static void add(CohortScores scores, byte outcome, double first, double second, Slice slice) {
        scores.add(outcome, new double[] {first, second}, new int[] {scores.code(slice)});
    }
}
