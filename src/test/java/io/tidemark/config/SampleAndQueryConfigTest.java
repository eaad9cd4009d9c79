package io.tidemark.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.tidemark.problem.Problem;
import io.tidemark.problem.UserMistake;
import io.tidemark.sample.ScoreColumns;
import io.tidemark.sample.ShiftChoice;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SampleAndQueryConfigTest {
    private static SampleConfig sample(Map<String, List<String>> options) {
        return SampleConfig.read(new Request(Command.SAMPLE, options, List.of(), List.of()));
    }

    private static QueryConfig query(Map<String, List<String>> options, String... operands) {
        return QueryConfig.read(new Request(Command.QUERY, options, List.of(operands), List.of()));
    }

    @Test
    void seedsMayBeNegativeAndRowsMayHaveUnderscores() {
        SampleConfig config =
                sample(Map.of("output", List.of("o"), "seed", List.of("-7"), "rows", List.of("1_000_000")));
        assertEquals(-7, config.seed());
        assertEquals(1_000_000, config.rows());
    }

    @Test
    void aSampleMayBeWider() {
        SampleConfig usual = sample(Map.of("output", List.of("o")));
        assertEquals(0, usual.extraNumbers() + usual.extraCodes());
        SampleConfig wide =
                sample(Map.of("output", List.of("o"), "extra-numbers", List.of("14"), "extra-codes", List.of("1")));
        assertEquals(14, wide.extraNumbers());
        assertEquals(1, wide.extraCodes());
    }

    @Test
    void shiftsAreChosenByName() {
        SampleConfig usual = sample(Map.of("output", List.of("o")));
        assertEquals(ShiftChoice.USUAL, usual.shifts());
        assertEquals(ScoreColumns.CHAMPION, usual.scores());
        SampleConfig chosen = sample(Map.of(
                "output", List.of("o"), "shifts", List.of("base_rate,digital_id"), "challenger", List.of("true")));
        assertEquals(ShiftChoice.of(List.of("base_rate", "digital_id")), chosen.shifts());
        assertEquals(ScoreColumns.CHAMPION_AND_CHALLENGER, chosen.scores());
        assertEquals(
                ShiftChoice.NONE,
                sample(Map.of("output", List.of("o"), "shifts", List.of("none")))
                        .shifts());
    }

    @Test
    void allThatIsWrongWithASampleIsTold() {
        UserMistake mistake = assertThrows(
                UserMistake.class,
                () -> sample(Map.of(
                        "format",
                        List.of("xls"),
                        "months",
                        List.of("500"),
                        "first-month",
                        List.of("2023-13"),
                        "shifts",
                        List.of("base_rate,quake"),
                        "extra-numbers",
                        List.of("1000"),
                        "extra-codes",
                        List.of("-1"))));
        assertEquals(
                List.of(
                        "--output is missing",
                        "--format 'xls' is not known",
                        "--months '500' is too many",
                        "--first-month '2023-13' is not a month",
                        "--shifts 'quake' is not known",
                        "--extra-numbers '1000' is too many",
                        "--extra-codes '-1' is too small"),
                mistake.problems().stream().map(Problem::what).toList());
    }

    @Test
    void aQueryIsOneText() {
        assertEquals(
                new QueryConfig("o", "json", "SELECT 1"),
                query(Map.of("output", List.of("o"), "format", List.of("json")), "SELECT 1"));
        assertThrows(UserMistake.class, () -> query(Map.of("output", List.of("o"))));
        assertThrows(UserMistake.class, () -> query(Map.of("output", List.of("o")), "SELECT", "1"));
    }
}
