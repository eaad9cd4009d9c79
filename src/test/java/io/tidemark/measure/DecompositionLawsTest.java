package io.tidemark.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.feature.Bin;
import io.tidemark.feature.Bins;
import io.tidemark.measure.SegmentDecomposition.Part;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Parts add up to the whole, over random applicants of every size, with segments and bins that one side lacks. */
class DecompositionLawsTest {
    private static final double TOLERANCE = 1e-9;

    private static long[][] counts(Random random, int segments, int bins) {
        long[][] counts = new long[segments][bins];
        double scale = Math.pow(10, random.nextInt(7));
        for (long[] row : counts) {
            boolean isEmpty = random.nextInt(6) == 0;
            for (int b = 0; b < bins; b++) {
                row[b] = isEmpty || random.nextInt(4) == 0 ? 0 : (long) (scale * random.nextDouble());
            }
        }
        counts[0][0]++;
        return counts;
    }

    private static double psi(long[][] reference, long[][] current) {
        int cells = reference.length * reference[0].length;
        List<String> names =
                IntStream.range(0, cells).mapToObj(i -> "cell " + i).toList();
        List<Bin> bins = Bins.ofCategories(names, List.of()).list().subList(0, cells);
        Contingency table = Contingency.of(bins, flat(reference), flat(current));
        return PopulationStabilityIndex.of(table, new Smoothing.HalfCount()).orElseThrow();
    }

    private static long[] flat(long[][] counts) {
        return Arrays.stream(counts).flatMapToLong(Arrays::stream).toArray();
    }

    @RepeatedTest(300)
    void mixAndWithinAddUpToTheIndexOfSegmentsAndBinsTogether(RepetitionInfo info) {
        Random random = new Random(info.getCurrentRepetition());
        int segments = 1 + random.nextInt(8);
        int bins = 1 + random.nextInt(15);
        long[][] reference = counts(random, segments, bins);
        long[][] current = counts(random, segments, bins);
        SegmentDecomposition taken = SegmentDecomposition.of(reference, current);
        double sum = 0;
        double share = 0;
        for (Part part : taken.segments()) {
            assertTrue(part.mix() >= 0 && part.within() >= 0, part.toString());
            sum += part.mix() + part.within();
            share += part.share();
        }
        double scale = Math.max(1, taken.total());
        assertEquals(taken.total(), sum, TOLERANCE * scale);
        assertEquals(psi(reference, current), taken.total(), TOLERANCE * scale);
        assertEquals(1, share, TOLERANCE);
    }

    @RepeatedTest(300)
    void mixEffectAndRateEffectAddUpToTheChangeOfTheRate(RepetitionInfo info) {
        Random random = new Random(1_000 + info.getCurrentRepetition());
        int groups = 1 + random.nextInt(20);
        long[] reference = counts(random, 1, groups)[0];
        long[] current = counts(random, 1, groups)[0];
        long[] referenceBads = some(random, reference);
        long[] currentBads = some(random, current);
        RateDecomposition taken = RateDecomposition.of(reference, referenceBads, current, currentBads);
        double change = (double) Arrays.stream(currentBads).sum()
                        / Arrays.stream(current).sum()
                - (double) Arrays.stream(referenceBads).sum()
                        / Arrays.stream(reference).sum();
        assertEquals(change, taken.mixEffect() + taken.rateEffect(), TOLERANCE);
    }

    private static long[] some(Random random, long[] counts) {
        return Arrays.stream(counts)
                .map(count -> Math.round(count * random.nextDouble()))
                .toArray();
    }

    @Test
    void otherSharesOfSegmentsThatStayTheSameAreMixAlone() {
        SegmentDecomposition taken = SegmentDecomposition.of(
                new long[][] {{8_000_000, 2_000_000}, {1_000_000, 9_000_000}},
                new long[][] {{4_000_000, 1_000_000}, {1_500_000, 13_500_000}});
        assertEquals(0, taken.segments().get(0).within(), 1e-9);
        assertEquals(0, taken.segments().get(1).within(), 1e-9);
        // p = (1/2, 1/2), q = (1/4, 3/4): -1/4 ln(1/2) + 1/4 ln(3/2).
        assertEquals(0.25 * Math.log(2) + 0.25 * Math.log(1.5), taken.total(), 1e-6);
    }

    @Test
    void aShiftInOneSegmentIsWithinThatOneAlone() {
        SegmentDecomposition taken = SegmentDecomposition.of(
                new long[][] {{500_000, 500_000}, {200_000, 800_000}},
                new long[][] {{500_000, 500_000}, {400_000, 600_000}});
        assertEquals(0, taken.segments().get(0).mix() + taken.segments().get(0).within(), 1e-9);
        assertEquals(0, taken.segments().get(1).mix(), 1e-9);
        // Half of the index of (0.2, 0.8) against (0.4, 0.6).
        assertEquals(
                0.5 * (0.2 * Math.log(2) - 0.2 * Math.log(0.75)),
                taken.segments().get(1).within(),
                1e-6);
    }

    @Test
    void ratesThatStayMakeAMixEffectAndSharesThatStayARateEffect() {
        RateDecomposition mix = RateDecomposition.of(
                new long[] {500, 500}, new long[] {50, 150}, new long[] {200, 800}, new long[] {20, 240});
        assertEquals(0.06, mix.mixEffect(), 1e-12);
        assertEquals(0, mix.rateEffect(), 1e-12);
        RateDecomposition rate = RateDecomposition.of(
                new long[] {500, 500}, new long[] {50, 150}, new long[] {500, 500}, new long[] {100, 150});
        assertEquals(0, rate.mixEffect(), 1e-12);
        assertEquals(0.05, rate.rateEffect(), 1e-12);
    }

    /**
     * Das Gupta 1993, Standardization and Decomposition of Rates (US Bureau of the Census, P23-186), example 5.1: households headed, by 13 age
     * groups, 1970 and 1985; published rates 0.447268 and 0.476940, published effects 0.012269 of the mix and 0.017403 of the rates. Published
     * effects are the means of both directions; ours take the reference's rates and the cohort's shares.
     */
    @Test
    void theMeanOfBothDirectionsIsTheSymmetricDecompositionThatIsPublished() {
        int[] shares = {129, 109, 95, 80, 78, 84, 86, 78, 70, 59, 47, 36, 49};
        int[] rates = {19, 258, 457, 496, 512, 516, 518, 549, 587, 604, 628, 666, 668};
        int[] sharesAfter = {101, 112, 116, 109, 94, 77, 63, 60, 63, 59, 51, 40, 55};
        int[] ratesAfter = {22, 243, 458, 525, 561, 556, 560, 574, 572, 612, 639, 686, 722};
        long[] before = thousands(shares);
        long[] headsBefore = products(shares, rates);
        long[] after = thousands(sharesAfter);
        long[] headsAfter = products(sharesAfter, ratesAfter);
        assertEquals(0.447268, Arrays.stream(headsBefore).sum() / 1e6, 1e-12);
        assertEquals(0.476940, Arrays.stream(headsAfter).sum() / 1e6, 1e-12);
        RateDecomposition forth = RateDecomposition.of(before, headsBefore, after, headsAfter);
        RateDecomposition back = RateDecomposition.of(after, headsAfter, before, headsBefore);
        assertEquals(0.012269, (forth.mixEffect() - back.mixEffect()) / 2, 5e-7);
        assertEquals(0.017403, (forth.rateEffect() - back.rateEffect()) / 2, 5e-7);
        // python3: sum((b - a) * r for a, b, r in zip(shares, shares_after, rates)) / 1e6
        assertEquals(0.012082, forth.mixEffect(), 1e-12);
        assertEquals(0.017590, forth.rateEffect(), 1e-12);
    }

    private static long[] thousands(int[] shares) {
        return Arrays.stream(shares).mapToLong(share -> 1_000L * share).toArray();
    }

    private static long[] products(int[] shares, int[] rates) {
        return IntStream.range(0, shares.length)
                .mapToLong(i -> (long) shares[i] * rates[i])
                .toArray();
    }

    @Test
    void aGroupThatTheReferenceLacksIsHeldAgainstItsOverallRate() {
        RateDecomposition taken = RateDecomposition.of(
                new long[] {1_000, 0}, new long[] {100, 0}, new long[] {500, 500}, new long[] {50, 250});
        assertEquals(0, taken.mixEffect(), 1e-12);
        assertEquals(0.2, taken.rateEffect(), 1e-12);
    }

    @Test
    void withoutApplicantsThereIsNothingToTakeApart() {
        assertThrows(
                IllegalArgumentException.class,
                () -> SegmentDecomposition.of(new long[][] {{0, 0}}, new long[][] {{1, 0}}));
        assertThrows(
                IllegalArgumentException.class,
                () -> RateDecomposition.of(new long[] {0}, new long[] {0}, new long[] {1}, new long[] {0}));
        assertThrows(
                IllegalArgumentException.class,
                () -> RateDecomposition.of(new long[] {1}, new long[] {2}, new long[] {1}, new long[] {0}));
    }
}
