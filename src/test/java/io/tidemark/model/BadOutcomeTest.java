package io.tidemark.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

final class BadOutcomeTest {
    @Test
    void ofTwoValuesTheUsualOneIsBad() {
        assertTrue(BadOutcome.USUAL.tells(List.of("0", "1")));
        assertTrue(BadOutcome.USUAL.tells(List.of("0.0", "1.0")));
        assertTrue(BadOutcome.USUAL.tells(List.of("False", "True")));
        assertTrue(BadOutcome.USUAL.tells(List.of("paid", "default")));
    }

    @Test
    void nothingIsGuessedWhereNoneOrBothAreUsual() {
        assertFalse(BadOutcome.USUAL.tells(List.of("A", "B")));
        assertFalse(BadOutcome.USUAL.tells(List.of("yes", "1")));
        assertTrue(new BadOutcome(List.of("B")).tells(List.of("A", "B")));
    }

    @Test
    void whereNobodyDefaultedTheOnlyValueIsTheGoodOne() {
        assertTrue(BadOutcome.USUAL.tells(List.of("0")));
        assertFalse(BadOutcome.USUAL.is("0"));
    }

    @Test
    void numbersAreTheSameHoweverTheyAreWritten() {
        assertTrue(new BadOutcome(List.of("1")).is("1.0"));
        assertTrue(new BadOutcome(List.of("TRUE")).is("true"));
        assertFalse(new BadOutcome(List.of("1")).is("10"));
    }

    @Test
    void ofAModelsClassesItIsTheOneOfItsName() {
        assertEquals(OptionalInt.of(0), new BadOutcome(List.of("Charged Off")).place(List.of("charged off", "paid")));
        assertEquals(OptionalInt.of(1), new BadOutcome(List.of("1")).place(List.of("0.0", "1.0")));
        assertEquals(OptionalInt.of(0), new BadOutcome(List.of("0")).place(List.of("0", "1")));
        assertEquals(OptionalInt.of(0), BadOutcome.USUAL.place(List.of("bad", "good")));
    }

    @Test
    void aModelOfZeroAndOneFitsALabelOfWords() {
        assertEquals(OptionalInt.of(1), new BadOutcome(List.of("Charged Off")).place(List.of("0", "1")));
    }

    @Test
    void classesOfWhichNoneIsBadTellNothing() {
        assertEquals(OptionalInt.empty(), new BadOutcome(List.of("bad")).place(List.of("A", "B")));
    }

    @Test
    void ofClassesWithoutNamesItIsTheSecondUnlessZeroOrFalseIsBad() {
        assertEquals(1, BadOutcome.USUAL.place());
        assertEquals(1, new BadOutcome(List.of("Charged Off")).place());
        assertEquals(0, new BadOutcome(List.of("0.0")).place());
        assertEquals(0, new BadOutcome(List.of("False")).place());
    }
}
