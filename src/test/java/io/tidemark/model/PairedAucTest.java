package io.tidemark.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PairedAucTest {
    static IntStream seeds() {
        return IntStream.rangeClosed(1, 50);
    }

    /** Applicants whose two scores tell something and have much in common; many of them tied. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Pair(boolean[] bad, double[] first, double[] second) {
        private static Pair of(long seed, double effect) {
            Random random = new Random(seed);
            int n = 40 + random.nextInt(100);
            Pair pair = new Pair(new boolean[n], new double[n], new double[n]);
            for (int i = 0; i < n; i++) {
                pair.bad[i] = i < 2 || (i >= 4 && random.nextInt(4) == 0);
                double shared = random.nextGaussian() + (pair.bad[i] ? 1 : 0);
                pair.first[i] = Math.rint(10 * (shared + random.nextGaussian()));
                pair.second[i] = Math.rint(10 * (shared + random.nextGaussian() + (pair.bad[i] ? effect : 0)));
            }
            return pair;
        }

        private PairedAuc auc() {
            return PairedAuc.of(bad, first, second);
        }
    }

    private static double psi(double x, double y) {
        return x > y ? 1 : x == y ? 0.5 : 0;
    }

    /** The mean of ψ for each applicant of one group against the other, pair by pair. */
    private static double[] placements(boolean[] bad, double[] scores, boolean group) {
        return IntStream.range(0, bad.length)
                .filter(i -> bad[i] == group)
                .mapToDouble(i -> IntStream.range(0, bad.length)
                        .filter(j -> bad[j] != group)
                        .mapToDouble(j -> group ? psi(scores[i], scores[j]) : psi(scores[j], scores[i]))
                        .average()
                        .orElseThrow())
                .toArray();
    }

    private static double covariance(double[] x, double[] y) {
        double meanX = Arrays.stream(x).average().orElseThrow();
        double meanY = Arrays.stream(y).average().orElseThrow();
        return IntStream.range(0, x.length)
                        .mapToDouble(i -> (x[i] - meanX) * (y[i] - meanY))
                        .sum()
                / (x.length - 1)
                / x.length;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theCovarianceIsThatOfTheDefinition(long seed) {
        Pair pair = Pair.of(seed, 0.3);
        double expected = 0;
        for (boolean group : new boolean[] {true, false}) {
            expected += covariance(placements(pair.bad, pair.first, group), placements(pair.bad, pair.second, group));
        }
        PairedAuc auc = pair.auc();
        assertEquals(expected, auc.covariance(), 1e-12);
        assertEquals(auc.variance(), auc.first().variance() + auc.second().variance() - 2 * expected, 1e-12);
        assertEquals(pair.bad.length, auc.bads() + auc.goods());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theOtherWayRoundOnlyTheSignChanges(long seed) {
        Pair pair = Pair.of(seed, 0.3);
        PairedAuc there = pair.auc();
        PairedAuc back = PairedAuc.of(pair.bad, /* first= */ pair.second, /* second= */ pair.first);
        assertEquals(there.difference(), -back.difference());
        assertEquals(there.z().orElseThrow(), -back.z().orElseThrow(), 1e-12);
        assertEquals(there.pValue().orElseThrow(), back.pValue().orElseThrow(), 1e-12);
        assertEquals(there.low(), -back.high(), 1e-12);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void scoresThatRankEverybodyAlikeDoNotDifferAtAll(long seed) {
        Pair pair = Pair.of(seed, 0);
        double[] sameRanks =
                Arrays.stream(pair.first).map(score -> Math.exp(score / 100)).toArray();
        PairedAuc auc = PairedAuc.of(pair.bad, pair.first, sameRanks);
        assertArrayEquals(new double[] {0, 0, 0, 1, 0}, new double[] {
            auc.difference(),
            auc.standardError(),
            auc.z().orElseThrow(),
            auc.pValue().orElseThrow(),
            auc.smallestVisible()
        });
    }

    @Test
    void aDifferenceWithoutErrorHasNoP() {
        boolean[] bad = {true, true, true, false, false, false, false};
        double[] separates = {9, 8, 7, 3, 2, 1, 0};
        PairedAuc auc = PairedAuc.of(bad, new double[7], separates);
        assertEquals(0.5, auc.difference());
        assertEquals(0, auc.standardError());
        assertEquals(OptionalDouble.empty(), auc.z());
        assertEquals(OptionalDouble.empty(), auc.pValue());
    }

    @Test
    void applicantsWithoutAScoreAreNotCompared() {
        boolean[] bad = {true, true, false, false};
        double[] scores = {1, 2, 3, 4};
        assertThrows(
                IllegalArgumentException.class, () -> PairedAuc.of(bad, scores, new double[] {1, 2, 3, Double.NaN}));
        assertThrows(IllegalArgumentException.class, () -> PairedAuc.of(bad, scores, new double[] {1, 2, 3}));
    }

    /** Without a difference one in twenty is called one; one that is as large as the smallest that can be seen, four in five. */
    @Test
    void errorsAndPowerAreAsStated() {
        Random random = new Random(11);
        int samples = 1_000;
        double called = 0;
        double seen = 0;
        double difference = 0;
        double visible = 0;
        for (int i = 0; i < samples; i++) {
            PairedAuc alike = sample(random, 0);
            PairedAuc better = sample(random, 0.555);
            called += alike.pValue().orElseThrow() < 0.05 ? 1 : 0;
            seen += better.pValue().orElseThrow() < 0.05 ? 1 : 0;
            difference += better.difference();
            visible += better.smallestVisible();
        }
        assertEquals(visible / samples, difference / samples, 0.003);
        assertEquals(0.05, called / samples, 0.015);
        assertEquals(0.8, seen / samples, 0.05);
    }

    private static PairedAuc sample(Random random, double effect) {
        int n = 300;
        boolean[] bad = new boolean[n];
        double[] first = new double[n];
        double[] second = new double[n];
        for (int i = 0; i < n; i++) {
            bad[i] = i < 100;
            double shared = random.nextGaussian() + (bad[i] ? 1 : 0);
            first[i] = shared + random.nextGaussian();
            second[i] = shared + random.nextGaussian() + (bad[i] ? effect : 0);
        }
        return PairedAuc.of(bad, first, second);
    }
}
