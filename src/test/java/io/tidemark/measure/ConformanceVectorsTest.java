package io.tidemark.measure;

import static io.tidemark.measure.Comparisons.number;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.measure.Smoothing.Floor;
import io.tidemark.measure.Smoothing.HalfCount;
import io.tidemark.measure.Smoothing.None;
import java.util.Arrays;
import java.util.stream.LongStream;
import org.apache.spark.mllib.linalg.Vectors;
import org.apache.spark.mllib.stat.Statistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers that other tools' own tests expect, so that a user who comes from one of them can check the move. */
class ConformanceVectorsTest {
    /** Of evidentlyai/evidently, tests/stattests/test_stattests.py. */
    private static final long[] EVIDENTLY_REFERENCE = {16, 18, 16, 14, 12, 12};

    private static final long[] EVIDENTLY_CURRENT = {16, 16, 16, 16, 16, 8};

    private static double psi(long[] reference, long[] current, Smoothing smoothing) {
        return number(new PopulationStabilityIndex().of(Comparisons.ofCounts(reference, current, smoothing)));
    }

    /**
     * ing-bank/popmon, tests/popmon/analysis/comparison/test_comparisons.py, expects 1.699815077214137 of shares that leave nothing to
     * smooth: popmon adds 1e-5 to both shares inside the logarithm. The definition itself gives 1.699928 (NumPy).
     */
    @Test
    void psiOfPopmonHasAConstantInItsLogarithm() {
        long[] reference = {25, 25, 25, 25};
        long[] current = {85, 5, 5, 5};
        assertEquals(1.6999280064337297, psi(reference, current, new None()), 1e-12);
        assertEquals(1.6999280064337297, psi(reference, current, new Floor(1e-4)), 1e-12);

        Contingency table = Comparisons.contingency(reference, current);
        double popmon = 0;
        for (int i = 0; i < table.size(); i++) {
            double p = table.referenceShare(i);
            double q = table.currentShare(i);
            popmon += (q - p) * Math.log((q + 1e-5) / (p + 1e-5));
        }
        assertEquals(1.699815077214137, popmon, 1e-12);
    }

    /** Arithmetic: ten equal reference shares; currently nine equal ones and an empty bin. */
    @ParameterizedTest
    @CsvSource({"floor:1e-4, 0.701", "floor:1e-5, 0.932", "floor:1e-6, 1.162"})
    void onePsiDependsOnTheFloorAlone(String smoothing, double expected) {
        for (int scale : new int[] {1, 1_000}) {
            long[] reference = tenth(9L * scale, 9L * scale);
            long[] current = tenth(10L * scale, 0);
            assertEquals(expected, psi(reference, current, Smoothing.parse(smoothing)), 1e-3);
        }
    }

    /** The same bins at n = 1,000 on both sides: half a count weighs the empty bin by the size of the sample. */
    @Test
    void onePsiWithHalfACountDependsOnTheSampleAndNotOnAFloor() {
        long[] reference = tenth(100, 100);
        long[] current = {111, 111, 111, 111, 111, 111, 111, 111, 112, 0};
        assertEquals(0.538, psi(reference, current, new HalfCount()), 1e-3);
    }

    private static long[] tenth(long nine, long last) {
        long[] counts = new long[10];
        Arrays.fill(counts, nine);
        counts[9] = last;
        return counts;
    }

    /** {@code scipy.spatial.distance.jensenshannon} with base 2 and without: what NannyML and Evidently each call the distance. */
    @Test
    void jsDistanceOfBaseEIsSmallerByTheRootOfLn2() {
        double base2 = number(new JensenShannonDistance()
                .of(Comparisons.ofCounts(EVIDENTLY_REFERENCE, EVIDENTLY_CURRENT, new None())));
        assertEquals(0.08173421330573753, base2, 1e-12);
        assertEquals(0.06804819617703864, base2 * Math.sqrt(Math.log(2)), 1e-12);
    }

    /**
     * Evidently takes the reference for the truth (one sample, p = 0.67309). Here the reference is a sample as well
     * ({@code scipy.stats.chi2_contingency}, p = 0.89853): the same counts are less surprising.
     */
    @Test
    void chiSquaredOfEvidentlyIsTheOneSampleForm() {
        double[] current = LongStream.of(EVIDENTLY_CURRENT).asDoubleStream().toArray();
        double[] expected = LongStream.of(EVIDENTLY_REFERENCE).asDoubleStream().toArray();
        double oneSample = Statistics.chiSqTest(Vectors.dense(current), Vectors.dense(expected))
                .pValue();
        assertEquals(0.67309, oneSample, 1e-4);

        MeasureResult ours =
                new ChiSquaredTest().of(Comparisons.ofCounts(EVIDENTLY_REFERENCE, EVIDENTLY_CURRENT, new None()));
        assertTrue(ours instanceof MeasureResult.Test);
        double twoSample = ((MeasureResult.Test) ours).pValue();
        assertEquals(0.8985262394026607, twoSample, 1e-12);
        assertTrue(twoSample > oneSample);
    }

    /** evidentlyai/evidently, tests/stattests/test_stattests.py. */
    @Test
    void hellingerOfEvidently() {
        Comparison comparison = Comparisons.ofCounts(EVIDENTLY_REFERENCE, EVIDENTLY_CURRENT, new None());
        assertEquals(0.06812, number(new HellingerDistance().of(comparison)), 1e-4);
    }

    /** awslabs/deequ, src/test/scala/com/amazon/deequ/KLL/KLLDistanceTest.scala. */
    @Test
    void lInfinityOfDeequ() {
        long[] reference = {10, 20, 25, 10, 5};
        long[] current = {11, 20, 25, 10, 10};
        Comparison comparison = Comparisons.ofCounts(reference, current, new None());
        assertEquals(0.06015037593984962, number(new LInfinityDistance().of(comparison)), 1e-12);
        assertEquals(
                "c4",
                comparison
                        .contingency()
                        .bin(LInfinityDistance.widestBin(comparison.contingency()))
                        .label());
    }
}
