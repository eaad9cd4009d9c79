package io.tidemark.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.LongToDoubleFunction;
import org.junit.jupiter.api.Test;

class ExactCountsTest {
    /** How many slots are looked at to find a value, on average, in a table that is as full as it gets. */
    private static double probesPerValue(int distinct, LongToDoubleFunction value) {
        int capacity = Integer.highestOneBit(2 * distinct - 1) << 1;
        boolean[] taken = new boolean[capacity];
        long probes = 0;
        for (int i = 1; i <= distinct; i++) {
            int slot = ExactCounts.home(Double.doubleToRawLongBits(value.applyAsDouble(i)), capacity);
            for (probes++; taken[slot]; probes++) {
                slot = (slot + 1) % capacity;
            }
            taken[slot] = true;
        }
        return (double) probes / distinct;
    }

    /** Amounts of credit tables have few digits, so that nearly all low bits of their doubles are zero. */
    @Test
    void valuesWithFewDigitsSpreadOverTheTable() {
        for (int distinct : new int[] {12, 73, 500, 2_000}) {
            assertSpread(distinct, i -> i);
            assertSpread(distinct, i -> -i);
            assertSpread(distinct, i -> 500 * i);
            assertSpread(distinct, i -> 25_000 + 25 * i);
            assertSpread(distinct, i -> i / 4.0);
            assertSpread(distinct, i -> i / 100.0);
            assertSpread(distinct, i -> 1e9 + i);
            assertSpread(distinct, i -> Math.scalb(1.0, (int) (i % 2_000) - 1_000) * (1 + i / 2_000));
        }
    }

    private static void assertSpread(int distinct, LongToDoubleFunction value) {
        double probes = probesPerValue(distinct, value);
        assertTrue(probes < 4, probes + " probes for each of " + distinct + " values");
    }

    @Test
    void countsAreKeptWhileTheTableGrows() {
        ExactCounts counts = new ExactCounts(new long[0]);
        for (int round = 1; round <= 3; round++) {
            for (int i = 1; i <= 1_000; i++) {
                counts.add(Double.doubleToRawLongBits(i - 500.5), i);
            }
        }
        ValueCounts sorted = counts.sorted();
        assertEquals(1_000, sorted.size());
        for (int i = 0; i < 1_000; i++) {
            assertEquals(i + 1 - 500.5, sorted.lower(i));
            assertEquals(3L * (i + 1), sorted.count(i));
        }
    }
}
