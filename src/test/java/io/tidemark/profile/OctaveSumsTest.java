package io.tidemark.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.Random;
import java.util.function.LongSupplier;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;

/** The sums of one octave against sums that never overflow. */
class OctaveSumsTest {
    private static final long GREATEST = (1L << 53) - 1;
    private static final long LEAST_NORMAL = 1L << 52;

    /** The place of the sums that are looked at, beside other ones. */
    private static final int PLACE = 2;

    private static OctaveSums sumsOfFour() {
        OctaveSums sums = new OctaveSums();
        sums.makeRoom(4);
        return sums;
    }

    private static BigInteger square(long mantissa) {
        return BigInteger.valueOf(mantissa).pow(2);
    }

    private static void assertSums(int count, LongUnaryOperator mantissaOf, int lookEvery) {
        OctaveSums sums = sumsOfFour();
        BigInteger sum = BigInteger.ZERO;
        BigInteger squares = BigInteger.ZERO;
        for (int i = 1; i <= count; i++) {
            long mantissa = mantissaOf.applyAsLong(i);
            OctaveSums.add(sums.pending(), PLACE, mantissa);
            sum = sum.add(BigInteger.valueOf(mantissa));
            squares = squares.add(square(mantissa));
            if (i % OctaveSums.CARRY_EVERY == 0) {
                sums.carry();
            }
            if (i % lookEvery == 0) {
                assertEquals(sum, sums.sum(PLACE));
                assertEquals(squares, sums.squares(PLACE));
            }
        }
        assertEquals(sum, sums.sum(PLACE));
        assertEquals(squares, sums.squares(PLACE));
        assertEquals(sum, sums.sum(PLACE), "looking changes nothing");
        assertEquals(squares, sums.squares(PLACE), "looking changes nothing");
    }

    @Test
    void noSumIsZero() {
        assertSums(0, i -> i, 1);
    }

    @Test
    void asManyOfTheGreatestAsComeBetweenTwoCarriesFit() {
        assertSums(OctaveSums.CARRY_EVERY, i -> GREATEST, OctaveSums.CARRY_EVERY);
        assertSums(3 * OctaveSums.CARRY_EVERY - 1, i -> GREATEST, 3 * OctaveSums.CARRY_EVERY);
    }

    /** More than 2^20 of them, after which the upper half of the squares itself is carried. */
    @Test
    void millionsOfTheGreatestAreCarried() {
        assertSums(2_500_000, i -> GREATEST, 1_000_003);
        // Who looks carries, too.
        assertSums(2_500_000, i -> GREATEST, 2_500_000);
    }

    @Test
    void mantissasOfAllSizesAreSummed() {
        Random random = new Random(3);
        assertSums(100_000, i -> (random.nextLong() & GREATEST) | LEAST_NORMAL, 7_001);
        assertSums(100_000, i -> (random.nextLong() & GREATEST) >>> random.nextInt(53), 9_973);
        assertSums(10_000, i -> i % 2 == 0 ? GREATEST : 1, 1);
    }

    @Test
    void countsAndSinglesAddUp() {
        Random random = new Random(5);
        assertCountsAndSingles(random, () -> random.nextLong() & GREATEST);
        assertCountsAndSingles(random, () -> GREATEST);
    }

    private static void assertCountsAndSingles(Random random, LongSupplier mantissas) {
        OctaveSums sums = sumsOfFour();
        BigInteger sum = BigInteger.ZERO;
        BigInteger squares = BigInteger.ZERO;
        for (int i = 0; i < 5_000; i++) {
            long mantissa = mantissas.getAsLong();
            long times = switch (i % 4) {
                case 0 -> random.nextLong() >>> 1;
                case 1 -> 2 + random.nextInt(OctaveSums.CARRY_EVERY + 1);
                case 2 -> OctaveSums.CARRY_EVERY;
                default -> 1;
            };
            if (times == 1) {
                OctaveSums.add(sums.pending(), PLACE, mantissa);
            } else {
                sums.add(PLACE, mantissa, times);
            }
            sum = sum.add(BigInteger.valueOf(mantissa).multiply(BigInteger.valueOf(times)));
            squares = squares.add(square(mantissa).multiply(BigInteger.valueOf(times)));
        }
        assertEquals(sum, sums.sum(PLACE));
        assertEquals(squares, sums.squares(PLACE));
    }

    /** Counts do not take the room that single ones rely on until the next carry. */
    @Test
    void countsInBetweenLeaveRoomForAsManySingles() {
        OctaveSums sums = sumsOfFour();
        BigInteger count = BigInteger.ZERO;
        for (int i = 0; i < OctaveSums.CARRY_EVERY; i++) {
            OctaveSums.add(sums.pending(), PLACE, GREATEST);
            sums.add(PLACE, GREATEST, OctaveSums.CARRY_EVERY);
            count = count.add(BigInteger.valueOf(1 + OctaveSums.CARRY_EVERY));
        }
        assertEquals(count.multiply(BigInteger.valueOf(GREATEST)), sums.sum(PLACE));
        assertEquals(count.multiply(square(GREATEST)), sums.squares(PLACE));
    }

    @Test
    void octavesHaveSumsOfTheirOwnAndKeepThemAsMoreComeUp() {
        Random random = new Random(7);
        OctaveSums sums = new OctaveSums();
        BigInteger[] expected = new BigInteger[40];
        BigInteger[] squares = new BigInteger[40];
        for (int octave = 0; octave < expected.length; octave++) {
            sums.makeRoom(octave + 1);
            expected[octave] = BigInteger.ZERO;
            squares[octave] = BigInteger.ZERO;
            sums.carry();
            for (int i = 0; i < 100; i++) {
                int place = random.nextInt(octave + 1);
                long mantissa = random.nextLong() & GREATEST;
                OctaveSums.add(sums.pending(), place, mantissa);
                expected[place] = expected[place].add(BigInteger.valueOf(mantissa));
                squares[place] = squares[place].add(square(mantissa));
            }
        }
        for (int octave = 0; octave < expected.length; octave++) {
            assertEquals(expected[octave], sums.sum(octave));
            assertEquals(squares[octave], sums.squares(octave));
        }
    }
}
