package io.tidemark.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class ScoredApplicantsTest {
    private record Row(boolean bad, double first, double second) {}

    /** Tied and missing scores, and zeros of both signs. */
    private static List<Row> rows(Random random, int n) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            rows.add(new Row(random.nextInt(4) == 0, score(random), score(random)));
        }
        return rows;
    }

    private static double score(Random random) {
        return random.nextInt(9) == 0 ? Double.NaN : Math.rint(10 * random.nextGaussian()) / 10;
    }

    private static ScoredApplicants applicants(List<Row> rows) {
        boolean[] bad = new boolean[rows.size()];
        double[][] scores = new double[2][rows.size()];
        for (int i = 0; i < bad.length; i++) {
            bad[i] = rows.get(i).bad;
            scores[0][i] = rows.get(i).first;
            scores[1][i] = rows.get(i).second;
        }
        return ScoredApplicants.of(bad, scores);
    }

    private static void assertSame(ScoredApplicants expected, ScoredApplicants found) {
        assertEquals(expected.labelled(), found.labelled());
        for (int model = 0; model < 2; model++) {
            assertArrayEquals(expected.by(model).bad(), found.by(model).bad());
            assertArrayEquals(expected.by(model).scores(), found.by(model).scores());
        }
        assertEquals(expected.paired(0, 1), found.paired(0, 1));
    }

    @RepeatedTest(20)
    void theOrderInWhichTheyCameIsNotSeen(RepetitionInfo info) {
        Random random = new Random(info.getCurrentRepetition());
        List<Row> rows = rows(random, 300);
        ScoredApplicants expected = applicants(rows);
        Collections.shuffle(rows, random);
        assertSame(expected, applicants(rows));
    }

    @RepeatedTest(20)
    void howTheyWerePutTogetherIsNotSeen(RepetitionInfo info) {
        Random random = new Random(info.getCurrentRepetition());
        List<Row> rows = rows(random, 300);
        ScoredApplicants a = applicants(rows.subList(0, 20));
        ScoredApplicants b = applicants(rows.subList(20, 20));
        ScoredApplicants c = applicants(rows.subList(20, 300));
        assertSame(applicants(rows), ScoredApplicants.together(List.of(a, b, c)));
        assertSame(applicants(rows), ScoredApplicants.together(List.of(c, ScoredApplicants.together(List.of(b, a)))));
    }

    @Test
    void whoLacksAScoreIsLeftOutOfItAlone() {
        ScoredApplicants applicants = applicants(List.of(
                new Row(true, 1, 2),
                new Row(false, Double.NaN, 3),
                new Row(true, 4, Double.NaN),
                new Row(false, 5, 6)));
        assertEquals(4, applicants.labelled());
        assertArrayEquals(new double[] {1, 4, 5}, applicants.by(0).scores());
        assertEquals(1, applicants.by(1).bads());
        assertEquals(
                "takes at least 2 bad and 2 good applicants, not 1 and 1",
                applicants.paired(0, 1).whyNot().orElseThrow());
    }

    @Test
    void twoModelsAreComparedOnThoseWhomBothHaveScored() {
        List<Row> rows = rows(new Random(1), 200);
        List<Row> scored = rows.stream()
                .filter(row -> !Double.isNaN(row.first) && !Double.isNaN(row.second))
                .toList();
        assertTrue(scored.size() < 200);
        PairedAuc paired = applicants(rows).paired(0, 1).known().orElseThrow();
        assertEquals(applicants(scored).by(0).auc().known().orElseThrow(), paired.first());
        assertEquals(scored.size(), paired.bads() + paired.goods());
    }

    @Test
    void scoresOfOtherModelsOrOtherApplicantsAreRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> ScoredApplicants.of(new boolean[2], new double[][] {{1, 2}, {1}}));
        ScoredApplicants one = ScoredApplicants.of(new boolean[1], new double[][] {{1}});
        assertThrows(
                IllegalArgumentException.class,
                () -> ScoredApplicants.together(List.of(one, applicants(List.of(new Row(true, 1, 2))))));
    }
}
