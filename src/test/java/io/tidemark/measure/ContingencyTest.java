package io.tidemark.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.tidemark.feature.Bins;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ContingencyTest {
    @Test
    void binsThatAreEmptyOnBothSidesAreLeftOut() {
        Contingency table = Comparisons.contingency(new long[] {5, 0, 0, 3}, new long[] {0, 0, 2, 1});
        assertEquals(3, table.size());
        assertEquals(
                List.of("c1000", "c1002", "c1003"),
                List.of(table.bin(0).label(), table.bin(1).label(), table.bin(2).label()));
        assertEquals(8, table.referenceTotal());
        assertEquals(3, table.currentTotal());
        assertEquals(0, table.referenceShare(1));
        assertEquals(2.0 / 3, table.currentShare(1));
    }

    @Test
    void countsOfOtherBinsAreRefused() {
        Bins bins = Bins.ofNumbers(new double[] {1}, List.of());
        assertThrows(
                IllegalArgumentException.class,
                () -> Contingency.of(bins.list(), new long[bins.size()], new long[bins.size() - 1]));
    }

    @Test
    void manyCategoriesAreMeasuredInTimeProportionalToThem() {
        Random random = new Random(1);
        Comparison comparison = Comparisons.ofCounts(
                Comparisons.counts(random, 10_000, 100), Comparisons.counts(random, 10_000, 100), Comparisons.FLOOR);
        assertTimeoutPreemptively(Duration.ofSeconds(2), () -> {
            for (int i = 0; i < 20; i++) {
                Measures.of(comparison);
            }
        });
    }
}
