package io.tidemark.model;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
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
}
