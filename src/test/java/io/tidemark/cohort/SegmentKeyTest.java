package io.tidemark.cohort;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SegmentKeyTest {
    @Test
    void aStarCrossesColumns() {
        SegmentKey key = SegmentKey.parse("channel * region");
        assertEquals(List.of("channel", "region"), key.columns());
        assertEquals(new Slice("channel*region", "broker*(missing)"), key.slice(List.of("broker", Slice.MISSING)));
    }

    @Test
    void withoutAStarItIsOneColumn() {
        assertEquals(new Slice("channel", "broker"), SegmentKey.parse("channel").slice(List.of("broker")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"channel*", "*", "channel*channel", "a*b*a"})
    void aColumnIsNamedAndNotTwice(String text) {
        assertThrows(IllegalArgumentException.class, () -> SegmentKey.parse(text));
    }
}
