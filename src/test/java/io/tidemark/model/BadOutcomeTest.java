package io.tidemark.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class BadOutcomeTest {
    private static Optional<String> among(String... values) {
        return BadOutcome.among(List.of(values), Optional.empty()).map(BadOutcome::value);
    }

    @Test
    void theUsualValueIsTheBadOne() {
        assertEquals(Optional.of("1"), among("0", "1"));
        assertEquals(Optional.of("1"), among("0.0", "1.0"));
        assertEquals(Optional.of("true"), among("False", "True"));
        assertEquals(Optional.of("default"), among("paid", "default"));
    }

    @Test
    void whatIsNamedWinsOverWhatIsUsual() {
        assertEquals(
                Optional.of("0"),
                BadOutcome.among(List.of("0", "1"), Optional.of("0")).map(BadOutcome::value));
    }

    @Test
    void nothingIsGuessedWhereNoneOrBothAreUsual() {
        assertEquals(Optional.empty(), among("A", "B"));
        assertEquals(Optional.empty(), among("yes", "1"));
    }

    @Test
    void whereNobodyDefaultedTheOnlyValueIsTheGoodOne() {
        assertFalse(
                BadOutcome.among(List.of("0"), Optional.empty()).orElseThrow().is("0"));
    }

    @Test
    void numbersAreTheSameHoweverTheyAreWritten() {
        assertTrue(new BadOutcome("1").is("1.0"));
        assertTrue(new BadOutcome("TRUE").is("true"));
        assertFalse(new BadOutcome("1").is("10"));
    }
}
