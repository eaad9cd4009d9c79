package io.tidemark.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.apache.spark.mllib.linalg.Vectors;
import org.apache.spark.mllib.stat.MultivariateOnlineSummarizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MomentsTest {
    /** More than the digits of a number halfway between two doubles. */
    private static final MathContext DIGITS = new MathContext(1_200);

    private static final MathContext ROOT_DIGITS = new MathContext(60);

    private static NumericProfile profile(DoubleStream amounts) {
        NumericAccumulator accumulator = new NumericAccumulator(List.of());
        amounts.forEach(accumulator::add);
        return accumulator.profile();
    }

    /** Mean and standard deviation by the textbook, in decimals that are never rounded before the end. */
    private static void assertExact(double[] amounts) {
        NumericProfile profile = profile(DoubleStream.of(amounts));
        BigDecimal n = BigDecimal.valueOf(amounts.length);
        BigDecimal sum = DoubleStream.of(amounts).mapToObj(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertEquals(sum.divide(n, DIGITS).doubleValue(), profile.mean().orElseThrow());
        BigDecimal squares = DoubleStream.of(amounts)
                .mapToObj(BigDecimal::new)
                .map(x -> x.multiply(x))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        if (amounts.length > 1) {
            BigDecimal spread = n.multiply(squares).subtract(sum.multiply(sum));
            double deviation = spread.divide(n.multiply(n.subtract(BigDecimal.ONE)), DIGITS)
                    .sqrt(ROOT_DIGITS)
                    .doubleValue();
            OptionalDouble found = profile.standardDeviation();
            if (Double.isInfinite(deviation)) {
                assertTrue(found.isEmpty());
            } else {
                assertEquals(deviation, found.orElseThrow());
            }
        }
    }

    static Stream<ProfileLaws.Sample<Double>> amounts() {
        return NumberSamples.all()
                .map(sample -> new ProfileLaws.Sample<>(
                        sample.name(),
                        sample.values().stream()
                                .filter(Objects::nonNull)
                                .filter(Double::isFinite)
                                .limit(6_000)
                                .toList()))
                .filter(sample -> !sample.values().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("amounts")
    void meanAndDeviationAreThoseOfUnroundedDecimals(ProfileLaws.Sample<Double> sample) {
        assertExact(sample.values().stream().mapToDouble(Double::doubleValue).toArray());
    }

    @Test
    void aTinySpreadOnALargeLevelIsNotLost() {
        Random random = new Random(1);
        assertExact(DoubleStream.generate(() -> 1e9 + random.nextInt(100) * 1e-6)
                .limit(1_000)
                .toArray());
        assertExact(DoubleStream.generate(() -> 1e9 + random.nextDouble() * 1e-3)
                .limit(5_000)
                .toArray());
        assertExact(new double[] {1e9, Math.nextUp(1e9)});
    }

    /** Two neighbours: their mean lies halfway, and goes to the even one whatever the magnitude. */
    @Test
    void halvesAreRoundedToEven() {
        Random random = new Random(3);
        for (int exponent = -1_074; exponent <= 970; exponent += 4) {
            double amount = Math.scalb((double) (1 + random.nextInt(1 << 30)), exponent);
            assertExact(new double[] {amount, Math.nextUp(amount)});
        }
    }

    /** Whose bits are fewest: −1 times a power of two, over every small number of amounts. */
    @Test
    void sumsThatArePowersOfTwoAreDividedRight() {
        for (int n = 1; n <= 64; n++) {
            for (int sign = -1; sign <= 1; sign += 2) {
                double[] amounts = new double[n];
                Arrays.fill(amounts, sign);
                amounts[0] = sign * (1_024 - (n - 1));
                assertExact(amounts);
            }
        }
    }

    @Test
    void constantAmountsDoNotVary() {
        NumericProfile profile = profile(DoubleStream.generate(() -> 0.1).limit(1_000));
        assertEquals(0.1, profile.mean().orElseThrow());
        assertEquals(0, profile.standardDeviation().orElseThrow());
    }

    @Test
    void amountsWhoseSquaresExceedTheDoublesStillHaveADeviation() {
        assertExact(new double[] {1e200, 3e200, 7e200});
        assertExact(new double[] {1e-200, 3e-200, 7e-200});
        assertExact(new double[] {Double.MIN_VALUE, 9 * Double.MIN_VALUE});
    }

    @Test
    void aDeviationThatExceedsTheDoublesIsNone() {
        NumericProfile profile = profile(DoubleStream.of(-Double.MAX_VALUE, Double.MAX_VALUE));
        assertEquals(0, profile.mean().orElseThrow());
        assertTrue(profile.standardDeviation().isEmpty());
    }

    @Test
    void noAmountHasNoMeanAndOneAmountHasNoDeviation() {
        NumericProfile none = profile(DoubleStream.of(Double.NaN, Double.POSITIVE_INFINITY));
        assertTrue(none.mean().isEmpty() && none.min().isEmpty() && none.max().isEmpty());
        NumericProfile one = profile(DoubleStream.of(3));
        assertEquals(3, one.mean().orElseThrow());
        assertTrue(one.standardDeviation().isEmpty());
    }

    @Test
    void moreThanAMillionAmountsOfOneOctaveDoNotOverflow() {
        int count = (1 << 20) + 12_345;
        Random random = new Random(2);
        NumericAccumulator accumulator = new NumericAccumulator(List.of());
        BigInteger sum = BigInteger.ZERO;
        BigInteger squares = BigInteger.ZERO;
        for (int i = 0; i < count; i++) {
            long mantissa = (1L << 53) - 1 - random.nextInt(1 << 20);
            accumulator.add((double) mantissa);
            BigInteger exact = BigInteger.valueOf(mantissa);
            sum = sum.add(exact);
            squares = squares.add(exact.multiply(exact));
        }
        NumericProfile profile = accumulator.profile();
        assertFalse(profile.isExact());
        assertEquals(ExactSum.of(sum, 0), profile.nonZeroMoments().sum());
        assertEquals(ExactSum.of(squares, 0), profile.nonZeroMoments().squares());
    }

    @Test
    void zerosCountInTheMean() {
        NumericProfile profile = profile(DoubleStream.of(0.0, -0.0, 3, 0.0));
        assertEquals(0.75, profile.mean().orElseThrow());
        assertEquals(1.5, profile.standardDeviation().orElseThrow());
    }

    /** The local summarizer that MLlib's column statistics are made of. */
    @ParameterizedTest
    @MethodSource("amounts")
    void momentsAreThoseOfMllib(ProfileLaws.Sample<Double> sample) {
        List<Double> ordinary = new ArrayList<>(sample.values());
        ordinary.removeIf(x -> Math.abs(x) > 1e100 || (x != 0 && Math.abs(x) < 1e-100));
        if (ordinary.size() < 2) {
            return;
        }
        MultivariateOnlineSummarizer summarizer = new MultivariateOnlineSummarizer();
        ordinary.forEach(x -> summarizer.add(Vectors.dense(x)));
        NumericProfile profile = profile(ordinary.stream().mapToDouble(Double::doubleValue));
        double rounding = Math.ulp(summarizer.normL2().apply(0));
        double deviation = Math.sqrt(summarizer.variance().apply(0));
        assertEquals(summarizer.count(), profile.amounts());
        assertEquals(summarizer.mean().apply(0), profile.mean().orElseThrow(), 1e-11 * deviation + rounding);
        assertEquals(deviation, profile.standardDeviation().orElseThrow(), 1e-11 * deviation + rounding);
        assertEquals(summarizer.min().apply(0), profile.min().orElseThrow(), 0);
        assertEquals(summarizer.max().apply(0), profile.max().orElseThrow(), 0);
        assertEquals((long) summarizer.numNonzeros().apply(0), profile.amounts() - profile.zeros());
    }
}
