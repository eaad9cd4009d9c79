package io.tidemark.profile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A column comes in slices of arrays whose borders mean nothing: however it is cut, the profile is that of its values one by one. */
class SlicedCellsTest {
    private static final int ROUNDS = 4;
    private static final List<List<Double>> SPECIAL_VALUES = List.of(
            List.of(),
            List.of(NumberSamples.SPECIAL, NumberSamples.OTHER_SPECIAL),
            List.of(-0.0, 1.0, Double.MIN_VALUE, Double.MAX_VALUE));

    static Stream<ProfileLaws.Sample<Double>> samples() {
        return Stream.concat(
                NumberSamples.all(),
                Stream.of(
                        new ProfileLaws.Sample<>("special values in busy octaves", busyOctaves()),
                        new ProfileLaws.Sample<>("missing between the distinct", missingBetween())));
    }

    /** So many amounts around the special values that their octaves are counted in buckets. */
    private static List<Double> busyOctaves() {
        return NumberSamples.many(6_000, 12, random -> switch (random.nextInt(8)) {
                    case 0 -> NumberSamples.SPECIAL;
                    case 1 -> NumberSamples.OTHER_SPECIAL;
                    case 2 -> Math.nextUp(NumberSamples.OTHER_SPECIAL);
                    case 3 -> -512 * (1 + random.nextDouble());
                    default -> 0.5 * (1 + random.nextDouble());
                })
                .boxed()
                .toList();
    }

    private static List<Double> missingBetween() {
        Double[] values =
                NumberSamples.many(9_000, 13, Random::nextGaussian).boxed().toArray(Double[]::new);
        for (int i = 0; i < values.length; i += 7) {
            values[i] = null;
        }
        return Arrays.asList(values);
    }

    private static long[] cells(List<Double> values) {
        return values.stream()
                .mapToLong(value -> value == null ? Cells.MISSING : Cells.of(value))
                .toArray();
    }

    private static byte[] oneByOne(List<Double> values, List<Double> specialValues) {
        NumericAccumulator accumulator = new NumericAccumulator(specialValues);
        for (Double value : values) {
            if (value == null) {
                accumulator.addMissing();
            } else {
                accumulator.add(value);
            }
        }
        return ProfileCodec.encode(accumulator.profile());
    }

    /** The slices lie within an array that has other cells before and after them, which must not be looked at. */
    private static byte[] sliced(long[] cells, List<Double> specialValues, Random random, int longest) {
        NumericAccumulator accumulator = new NumericAccumulator(specialValues);
        for (int from = 0; from < cells.length; ) {
            int length = Math.min(cells.length - from, random.nextInt(longest + 1));
            int before = random.nextInt(3);
            long[] array = new long[before + length + random.nextInt(3)];
            Arrays.fill(array, Cells.of(123.25));
            System.arraycopy(cells, from, array, before, length);
            accumulator.addAll(array, before, before + length);
            from += length;
        }
        return ProfileCodec.encode(accumulator.profile());
    }

    /** The same with codes in place of cells: places in a list whose order means nothing, and which has cells that nobody has. */
    private static byte[] coded(long[] cells, List<Double> specialValues, Random random, int longest) {
        NumericAccumulator accumulator = new NumericAccumulator(specialValues);
        for (int from = 0; from < cells.length; ) {
            int length = Math.min(cells.length - from, random.nextInt(longest + 1));
            List<Long> different = LongStream.concat(
                            LongStream.of(Cells.of(123.25), Cells.MISSING), Arrays.stream(cells, from, from + length))
                    .distinct()
                    .boxed()
                    .collect(Collectors.toCollection(ArrayList::new));
            Collections.shuffle(different, random);
            Map<Long, Integer> codeOf = new HashMap<>();
            different.forEach(cell -> codeOf.put(cell, codeOf.size()));
            int before = random.nextInt(3);
            int[] codes = new int[before + length + random.nextInt(3)];
            for (int i = 0; i < length; i++) {
                codes[before + i] = codeOf.get(cells[from + i]);
            }
            accumulator.addAll(
                    codes,
                    before,
                    before + length,
                    different.stream().mapToLong(Long::longValue).toArray());
            from += length;
        }
        return ProfileCodec.encode(accumulator.profile());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void codesGiveTheBytesOfTheValuesThatTheyStandFor(ProfileLaws.Sample<Double> sample) {
        long[] cells = cells(sample.values());
        Random random = new Random(23);
        for (List<Double> specialValues : SPECIAL_VALUES) {
            byte[] expected = oneByOne(sample.values(), specialValues);
            for (int longest : List.of(3, 100, 4_096)) {
                assertArrayEquals(expected, coded(cells, specialValues, random, longest));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void anySlicesGiveTheBytesOfTheValuesOneByOne(ProfileLaws.Sample<Double> sample) {
        long[] cells = cells(sample.values());
        Random random = new Random(17);
        for (List<Double> specialValues : SPECIAL_VALUES) {
            byte[] expected = oneByOne(sample.values(), specialValues);
            for (int round = 0; round < ROUNDS; round++) {
                int longest = List.of(3, 100, 4_096, 100_000).get(round);
                assertArrayEquals(expected, sliced(cells, specialValues, random, longest));
            }
        }
    }

    @Test
    void aMillionAmountsOfOneOctaveHaveExactSums() {
        double[] amounts = NumberSamples.many(1_000_000, 19, random -> Math.nextDown(2 - random.nextDouble()))
                .toArray();
        long[] cells = DoubleStream.of(amounts).mapToLong(Cells::of).toArray();
        NumericAccumulator accumulator = new NumericAccumulator(List.of());
        for (int from = 0; from < cells.length; from += 4_096) {
            accumulator.addAll(cells, from, Math.min(cells.length, from + 4_096));
        }
        BigInteger sum = BigInteger.ZERO;
        BigInteger squares = BigInteger.ZERO;
        for (double amount : amounts) {
            BigInteger mantissa = BigInteger.valueOf((long) Math.scalb(amount, 52));
            sum = sum.add(mantissa);
            squares = squares.add(mantissa.multiply(mantissa));
        }
        Moments moments = accumulator.profile().nonZeroMoments();
        assertEquals(ExactSum.of(sum, -52), moments.sum());
        assertEquals(ExactSum.of(squares, -104), moments.squares());
        assertEquals(1_000_000, accumulator.profile().amounts());
    }
}
