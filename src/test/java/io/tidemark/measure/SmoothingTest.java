package io.tidemark.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.tidemark.measure.Smoothing.Floor;
import io.tidemark.measure.Smoothing.HalfCount;
import io.tidemark.measure.Smoothing.None;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmoothingTest {
    @Test
    void halfAnApplicantMoreInEveryBinSumsToOne() {
        HalfCount half = new HalfCount();
        assertEquals(0.5 / 11.5, half.share(0, 10, 3));
        assertEquals(1, half.share(0, 10, 3) + half.share(4, 10, 3) + half.share(6, 10, 3), 1e-15);
    }

    @Test
    void theFloorLiftsOnlyWhatIsBelowIt() {
        Floor floor = new Floor(1e-4);
        assertEquals(1e-4, floor.share(0, 10, 3));
        assertEquals(1e-4, floor.share(1, 20_000, 3));
        assertEquals(0.4, floor.share(4, 10, 3));
    }

    @Test
    void noSmoothingIsTheShareAsCounted() {
        assertEquals(0, new None().share(0, 10, 3));
        assertEquals(0.4, new None().share(4, 10, 3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"half", "none", "floor:1e-4", "floor:0.001"})
    void theIdReadsBackToTheSameSmoothing(String text) {
        Smoothing smoothing = Smoothing.parse(text);
        assertEquals(smoothing, Smoothing.parse(smoothing.id()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "laplace   | is none of half, floor:EPSILON, none",
                "''        | is none of half, floor:EPSILON, none",
                "floor:    | needs a number after floor:",
                "floor:abc | needs a number after floor:",
                "floor:0   | needs an epsilon between 0 and 1",
                "floor:1   | needs an epsilon between 0 and 1",
                "floor:-1  | needs an epsilon between 0 and 1",
                "floor:NaN | needs an epsilon between 0 and 1"
            })
    void whatCannotBeReadIsRefusedInWords(String text, String message) {
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> Smoothing.parse(text));
        assertEquals(message, refusal.getMessage());
    }
}
