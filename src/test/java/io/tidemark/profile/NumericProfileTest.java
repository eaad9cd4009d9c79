package io.tidemark.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.feature.BinKind;
import io.tidemark.feature.Bins;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class NumericProfileTest {
    private static final List<Double> SPECIALS = List.of(-999.0, 0.5);

    private static NumericProfile profile(DoubleStream amounts) {
        NumericAccumulator accumulator = new NumericAccumulator(SPECIALS);
        amounts.forEach(accumulator::add);
        return accumulator.profile();
    }

    private static NumericProfile profile(double... amounts) {
        return profile(DoubleStream.of(amounts));
    }

    @Test
    void everyApplicantIsCountedInOnePlace() {
        NumericAccumulator accumulator = new NumericAccumulator(SPECIALS);
        DoubleStream.of(-999, -999, 0.5, 0.0, -0.0, Double.NaN, 7, 7, 9, Double.NEGATIVE_INFINITY)
                .forEach(accumulator::add);
        accumulator.add(Double.POSITIVE_INFINITY);
        accumulator.add(Double.POSITIVE_INFINITY);
        accumulator.addMissing();
        NumericProfile profile = accumulator.profile();
        assertEquals(13, profile.rows());
        assertEquals(1, profile.missing());
        assertEquals(1, profile.nan());
        assertEquals(1, profile.negativeInfinity());
        assertEquals(2, profile.positiveInfinity());
        assertEquals(Map.of(-999.0, 2L, 0.5, 1L), profile.specials());
        assertEquals(3, profile.special());
        assertEquals(2, profile.zeros());
        assertEquals(5, profile.amounts());
        assertEquals(new DistinctCount(3, true), profile.distinct());
        assertEquals(1.0 / 13, profile.missingShare());
        assertEquals(0, profile.min().orElseThrow());
        assertEquals(9, profile.max().orElseThrow());
    }

    @Test
    void zeroIsAnAmountOnEitherSideOfTheOthers() {
        assertEquals(0, profile(-3, 0.0).max().orElseThrow());
        assertEquals(0, profile(3, -0.0).min().orElseThrow());
        assertEquals(-3, profile(-3, 0.0).min().orElseThrow());
        assertEquals(-3, profile(-3).max().orElseThrow());
        assertEquals(0, profile(-0.0).min().orElseThrow());
    }

    @Test
    void aZeroMayBeASpecialCode() {
        NumericAccumulator accumulator = new NumericAccumulator(List.of(0.0));
        DoubleStream.of(0.0, -0.0, 1).forEach(accumulator::add);
        NumericProfile profile = accumulator.profile();
        assertEquals(2, profile.special());
        assertEquals(0, profile.zeros());
        assertEquals(1, profile.amounts());
    }

    @Test
    void profilesOfOtherSpecialCodesDoNotMerge() {
        NumericProfile other = NumericProfile.empty(List.of(-998.0));
        assertThrows(
                IllegalArgumentException.class,
                () -> NumericProfile.empty(SPECIALS).merge(other));
    }

    @Test
    void countsAreExactUntilTheyAreTooMany() {
        NumericProfile most = profile(DoubleStream.iterate(1, x -> x + 1).limit(2_048));
        assertTrue(most.isExact());
        assertEquals(new DistinctCount(2_048, true), most.distinct());
        NumericProfile oneMore = most.merge(profile(-1));
        assertFalse(oneMore.isExact());
        assertFalse(oneMore.distinct().isExact());
        assertEquals(2_049, oneMore.amounts());
    }

    @Test
    void moreDistinctAmountsThanAreToldApartAreKnownToBeSo() {
        NumericProfile sameBucket =
                profile(DoubleStream.iterate(1, Math::nextUp).limit(3_000)).merge(profile(0.0));
        assertEquals(1, sameBucket.counts().size());
        assertEquals(new DistinctCount(2_049 + 1, false), sameBucket.distinct());
    }

    @Test
    void bucketsAreATenthOfAPercentWideUntilThereAreTooMany() {
        NumericProfile incomes = profile(NumberSamples.many(50_000, 1, NumberSamples::income));
        assertEquals(CoarseCounts.FIRST_SHIFT, incomes.counts().shift());
        NumericProfile wild =
                profile(NumberSamples.many(80_000, 2, random -> Double.longBitsToDouble(random.nextLong())));
        assertTrue(wild.counts().shift() > CoarseCounts.FIRST_SHIFT);
        assertTrue(wild.counts().size() <= CoarseCounts.MOST_BUCKETS);
        assertTrue(wild.counts().size() > CoarseCounts.MOST_BUCKETS / 4, "no coarser than it must be");
    }

    @Test
    void smallestAndLargestAmountAreExactInBuckets() {
        double[] amounts = NumberSamples.many(5_000, 3, Random::nextGaussian).toArray();
        NumericProfile profile = profile(amounts);
        assertFalse(profile.isExact());
        assertEquals(DoubleStream.of(amounts).min().orElseThrow(), profile.min().orElseThrow());
        assertEquals(DoubleStream.of(amounts).max().orElseThrow(), profile.max().orElseThrow());
    }

    @Test
    void everyBucketOfADistributionLiesAboveTheOneBefore() {
        NumberSamples.all().forEach(sample -> {
            NumericProfile profile =
                    profile(sample.values().stream().filter(x -> x != null).mapToDouble(Double::doubleValue));
            Distribution distribution = profile.distribution();
            for (int i = 1; i < distribution.size(); i++) {
                assertTrue(distribution.value(i) > distribution.value(i - 1), sample.name());
                assertTrue(distribution.count(i) > 0, sample.name());
            }
            assertEquals(profile.amounts(), distribution.total(), sample.name());
        });
    }

    @Test
    void theCoarserProfileOfTwoGivesTheBuckets() {
        NumericProfile exact = profile(0.0, -1.5, 3, 1_000_000.25);
        NumericProfile coarse = profile(NumberSamples.many(5_000, 4, Random::nextGaussian));
        DistributionPair pair = NumericProfile.aligned(exact, coarse);
        assertEquals(4, pair.reference().total());
        assertEquals(5_000, pair.current().total());
        assertEquals(1_000_000.25, pair.reference().value(3), 1_000_000.25 / 1024);
        DistributionPair turned = NumericProfile.aligned(coarse, exact);
        assertEquals(pair.reference().value(0), turned.current().value(0));
        DistributionPair same =
                NumericProfile.aligned(coarse, profile(coarse.distribution().value(7)));
        assertEquals(same.reference().value(7), same.current().value(0));
    }

    @Test
    void amountsOutsideTheRangesAndCodesFallIntoTheirBins() {
        NumericAccumulator accumulator = new NumericAccumulator(SPECIALS);
        DoubleStream.of(-5, -1, 0, 3, 4, 10, 11, 12, -999, 0.5, Double.NaN, Double.NEGATIVE_INFINITY)
                .forEach(accumulator::add);
        accumulator.addMissing();
        Bins bins = Bins.ofRanges(new double[] {-1, 0, 4, 10}, SPECIALS);
        long[] counted = accumulator.profile().countInto(bins);
        assertEquals("[1, 2, 2, 1, 2, 1, 1, 1, 1, 0, 1]", Arrays.toString(counted));
        assertEquals(1, counted[bins.indexOf(BinKind.BELOW)]);
        assertEquals(2, counted[bins.indexOf(BinKind.ABOVE)]);
    }

    @Test
    void coarseCountsFallIntoRangesAsTheSingleAmountsDo() {
        double[] amounts = NumberSamples.many(20_000, 5, NumberSamples::income).toArray();
        double[] edges = {0x1p14, 0x1p15, 0x1.8p15, 0x1p16, 0x1p17};
        long[] counted = profile(amounts).countInto(Bins.ofRanges(edges, SPECIALS));
        for (int i = 0; i + 1 < edges.length; i++) {
            double from = edges[i];
            double to = edges[i + 1];
            assertEquals(
                    DoubleStream.of(amounts).filter(x -> x >= from && x < to).count(), counted[i]);
        }
    }
}
