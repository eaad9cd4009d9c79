package io.tidemark.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Multisets of numbers that break careless arithmetic; the same in every run. Null stands for a missing value. */
public final class NumberSamples {
    static final double SPECIAL = -999;
    static final double OTHER_SPECIAL = 0.5;

    private NumberSamples() {}

    static Stream<ProfileLaws.Sample<Double>> all() {
        return Stream.of(
                sample("nothing"),
                sample("one number", 42),
                sample("zeros of both signs", 0.0, -0.0, 0.0, -0.0, -0.0),
                sample("neighbours of 2^53", neighboursOfTwoToThe53()),
                sample("the ends of the doubles", theEnds()),
                sample("NaN payloads and infinities", noAmounts()),
                sample("few subnormals", Double.MIN_VALUE, -Double.MIN_VALUE, 3 * Double.MIN_VALUE, 0.0, -0.0),
                sample("many subnormals", many(3_000, 1, NumberSamples::subnormal)),
                sample("alternating magnitudes", alternatingMagnitudes()),
                sample("specials among amounts", specials()),
                sample("as many distinct as are told apart", upTo(NumericAccumulator.EXACT_VALUES)),
                sample("one distinct more than are told apart", upTo(NumericAccumulator.EXACT_VALUES + 1)),
                sample("all distinct", many(5_000, 2, Random::nextGaussian)),
                sample("negative numbers", many(4_000, 3, random -> -Math.exp(random.nextGaussian()))),
                sample("incomes with round heads", many(20_000, 4, NumberSamples::income)),
                sample("as many buckets as there may be", buckets(CoarseCounts.MOST_BUCKETS)),
                sample("one bucket more than there may be", buckets(CoarseCounts.MOST_BUCKETS + 1)),
                sample("random bits over all octaves", many(50_000, 5, NumberSamples::randomBits)),
                withMissing("missing values", 4_000, 6));
    }

    public static DoubleStream many(int count, long seed, FromRandom next) {
        Random random = new Random(seed);
        DoubleSupplier supplier = () -> next.of(random);
        return DoubleStream.generate(supplier).limit(count);
    }

    /** Draws a number. */
    public interface FromRandom {
        double of(Random random);
    }

    public static double income(Random random) {
        double income = Math.exp(10.8 + 0.6 * random.nextGaussian());
        return random.nextInt(3) == 0 ? Math.rint(income / 5_000) * 5_000 : Math.rint(income * 100) / 100;
    }

    private static double subnormal(Random random) {
        return Math.copySign(Double.longBitsToDouble(random.nextLong() >>> 12), random.nextGaussian());
    }

    private static double randomBits(Random random) {
        return Double.longBitsToDouble(random.nextLong());
    }

    private static DoubleStream neighboursOfTwoToThe53() {
        long border = 1L << 53;
        return DoubleStream.iterate(0, offset -> offset + 1)
                .limit(40)
                .flatMap(offset -> DoubleStream.of(
                        (double) (border - 20 + (long) offset), -(double) (border - 20 + (long) offset)));
    }

    private static DoubleStream theEnds() {
        return DoubleStream.of(
                Double.MAX_VALUE,
                -Double.MAX_VALUE,
                Double.MIN_NORMAL,
                -Double.MIN_NORMAL,
                Math.nextDown(Double.MIN_NORMAL),
                Double.MIN_VALUE,
                1,
                Math.nextUp(1.0),
                Math.nextDown(1.0));
    }

    private static DoubleStream noAmounts() {
        return DoubleStream.of(
                Double.NaN,
                Double.longBitsToDouble(0x7FF0_0000_0000_0001L),
                Double.longBitsToDouble(0xFFF8_0000_0000_0007L),
                Double.longBitsToDouble(0x7FFF_FFFF_FFFF_FFFFL),
                Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY,
                Double.NEGATIVE_INFINITY,
                1,
                SPECIAL,
                -0.0);
    }

    private static DoubleStream alternatingMagnitudes() {
        double[] magnitudes = {1e300, 1e-300, -1e300, -1e-300, 1};
        int[] turn = {0};
        return many(3_000, 8, random -> magnitudes[turn[0]++ % magnitudes.length] * (1 + random.nextDouble()));
    }

    private static DoubleStream specials() {
        double[] specials = {SPECIAL, OTHER_SPECIAL, -998, 0.0, 7};
        return many(1_000, 9, random -> specials[random.nextInt(specials.length)]);
    }

    private static DoubleStream upTo(int distinct) {
        return DoubleStream.concat(
                DoubleStream.of(0.0), DoubleStream.iterate(1, x -> x + 1).limit(distinct));
    }

    /** One number in each of so many buckets of the first coarse resolution, and some twice. */
    private static DoubleStream buckets(int count) {
        long first = Double.doubleToRawLongBits(1e-3) >>> CoarseCounts.FIRST_SHIFT;
        return DoubleStream.concat(
                DoubleStream.iterate(0, i -> i + 1)
                        .limit(count)
                        .map(i -> Double.longBitsToDouble(((first + (long) i) << CoarseCounts.FIRST_SHIFT) + (long) i)),
                DoubleStream.of(1, 1, 2));
    }

    private static ProfileLaws.Sample<Double> sample(String name, double... values) {
        return sample(name, DoubleStream.of(values));
    }

    private static ProfileLaws.Sample<Double> sample(String name, DoubleStream values) {
        return new ProfileLaws.Sample<>(name, values.boxed().toList());
    }

    private static ProfileLaws.Sample<Double> withMissing(String name, int count, long seed) {
        Random random = new Random(seed);
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            values.add(random.nextInt(4) == 0 ? null : random.nextInt(90) / 4.0);
        }
        return new ProfileLaws.Sample<>(name, values);
    }
}
