package io.tidemark.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class ShiftChoiceTest {
    @SuppressWarnings("unused") // by name, in a field source
    private static final List<String> NAMES = ShiftChoice.NAMES;

    private static List<PlantedShift> planted(ShiftChoice shifts) {
        return PlantedShifts.of(
                new SamplePlan(1_000, 1, YearMonth.of(2023, 1), 24, shifts, ScoreColumns.CHAMPION, ExtraFeatures.NONE));
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void everyNameIsThatOfAShiftAndOfNoOther(String name) {
        List<PlantedShift> planted = planted(ShiftChoice.of(List.of(name)));
        assertEquals(name.endsWith("_holidays") ? 2 : 1, planted.size());
        assertTrue(planted.stream().allMatch(shift -> shift.isNamed(name)));
    }

    @Test
    void wordsAddUp() {
        assertEquals(ShiftChoice.USUAL, ShiftChoice.of(List.of("usual")));
        assertEquals(ShiftChoice.NONE, ShiftChoice.of(List.of("none")));
        assertEquals(
                11 + 1, planted(ShiftChoice.of(List.of("base_rate", "usual"))).size());
        assertEquals(
                List.of("digital_id", "base_rate"),
                ShiftChoice.of(List.of("base_rate", "none", "digital_id", "base_rate"))
                        .names());
    }

    @Test
    void aChoiceIsReadFromItsWords() {
        for (List<String> words : List.of(
                List.of("usual"), List.of("none"), List.of("base_rate"), List.of("broker_mix", "behaviour_spell"))) {
            ShiftChoice choice = ShiftChoice.of(words);
            assertEquals(choice, ShiftChoice.of(List.of(choice.words().split(","))), words::toString);
        }
    }

    @Test
    void anUnknownNameIsRefused() {
        var refusal = assertThrows(IllegalArgumentException.class, () -> ShiftChoice.of(List.of("quake")));
        assertTrue(refusal.getMessage().contains("quake"), refusal.getMessage());
    }
}
