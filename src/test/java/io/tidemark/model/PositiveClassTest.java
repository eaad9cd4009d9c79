package io.tidemark.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class PositiveClassTest {
    @Test
    void itIsTheLargerOfTwoUnlessItIsNamed() {
        assertEquals(OptionalInt.of(0), new PositiveClass(null).place(List.of("10", "9")));
        assertEquals(OptionalInt.of(1), new PositiveClass(null).place(List.of("false", "true")));
        assertEquals(OptionalInt.of(0), new PositiveClass("bad").place(List.of("bad", "good")));
    }

    @Test
    void numbersAreTheSameByTheirAmount() {
        assertEquals(OptionalInt.of(1), new PositiveClass("1").place(List.of("0.0", "1.0")));
    }

    @Test
    void anOutcomeThatNoClassIsHasNoPlace() {
        assertEquals(OptionalInt.empty(), new PositiveClass("bad").place(List.of("0", "1")));
    }

    @Test
    void withoutNamesItIsTheSecondUnlessItIsZeroOrFalse() {
        assertEquals(1, new PositiveClass(null).place());
        assertEquals(1, new PositiveClass("bad").place());
        assertEquals(0, new PositiveClass("0").place());
        assertEquals(0, new PositiveClass("False").place());
    }
}
