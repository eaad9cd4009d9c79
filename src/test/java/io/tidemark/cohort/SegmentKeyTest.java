package io.tidemark.cohort;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
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

    @Test
    void aStarOfANameIsEscapedSoThatCrossesStayApart() {
        SegmentKey one = SegmentKey.parse("rate\\*term");
        assertEquals(List.of("rate*term"), one.columns());
        assertEquals(one, SegmentKey.parse(one.name()));
        assertEquals(new Slice("rate\\*term", "a*b"), one.slice(List.of("a*b")));
        SegmentKey two = SegmentKey.parse("a*b");
        assertNotEquals(two.slice(List.of("x*y", "z")), two.slice(List.of("x", "y*z")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"channel*", "*", "channel*channel", "a*b*a"})
    void aColumnIsNamedAndNotTwice(String text) {
        assertThrows(IllegalArgumentException.class, () -> SegmentKey.parse(text));
    }
}
