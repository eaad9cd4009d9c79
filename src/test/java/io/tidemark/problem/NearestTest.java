package io.tidemark.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
    private static final List<String> KNOWN = List.of("reference", "reference-format", "output", "option", "cohort");

    @ParameterizedTest
    @CsvSource({"refrence, reference", "REFERENCE, reference", "outptu, output", "cohorts, cohort", "optoin, option"})
    void aMisspeltNameFindsTheOneThatWasMeant(String name, String meant) {
        assertEquals(Optional.of(meant), Nearest.to(name, KNOWN));
    }

    @Test
    void whatIsLikeNothingFindsNothingAndIsToldTheNames() {
        assertEquals(Optional.empty(), Nearest.to("zzz", KNOWN));
        assertEquals("Known: a1, b2.", Nearest.hint("zzz", List.of("a1", "b2")));
        assertEquals("Did you mean 'output'?", Nearest.hint("outputs", KNOWN));
        assertEquals(Optional.empty(), Nearest.to("x", List.of()));
    }

    @Test
    void ofTwoThatAreEquallyNearTheFirstByNameIsSaidWhateverTheirOrder() {
        assertEquals(Optional.of("incomea"), Nearest.to("income", List.of("incomeb", "incomea")));
        assertEquals(Optional.of("incomea"), Nearest.to("income", List.of("incomea", "incomeb")));
    }

    @Test
    void aMistakeTellsAllItsProblemsAndHasOne() {
        UserMistake mistake = new UserMistake(List.of(new Problem("a", "because", "do"), new Problem("b", "", "")));
        assertEquals("a\n    because\n    do\nb", mistake.getMessage());
        assertThrows(IllegalArgumentException.class, () -> new UserMistake(List.of()));
    }
}
