package io.tidemark.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.tidemark.backtest.Loss;
import io.tidemark.model.Recipe;
import io.tidemark.problem.Problem;
import io.tidemark.problem.UserMistake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryConfigTest {
    @TempDir
    Path folder;

    private static HistoryConfig read(Map<String, List<String>> options) {
        return HistoryConfig.read(new Request(Command.BACKTEST, options, List.of(), List.of()));
    }

    @Test
    void theTablesAloneSuffice() {
        HistoryConfig config = read(Map.of("output", List.of("out")));
        assertEquals(Optional.empty(), config.monitor());
        assertEquals(Optional.empty(), config.recipe());
        assertEquals(OptionalInt.empty(), config.labelLag());
        assertEquals(Loss.AUC, config.costs().loss());
        assertEquals("table", config.format());
    }

    @Test
    void allOfItCanBeSaid() {
        HistoryConfig config = read(Map.of(
                "output", List.of("out"),
                "monitor", List.of("m"),
                "recipe", List.of("trees"),
                "loss", List.of("brier"),
                "lag", List.of("3"),
                "cost", List.of("0.05"),
                "format", List.of("csv")));
        assertEquals(Optional.of("m"), config.monitor());
        assertEquals(Optional.of(Recipe.TREES), config.recipe());
        assertEquals(OptionalInt.of(3), config.labelLag());
        assertEquals(Loss.BRIER, config.costs().loss());
        assertEquals(0.05, config.costs().prices().retrain());
        assertEquals("csv", config.format());
    }

    /** The format of a backtest's result is not that of the monitor's input. */
    @Test
    void aMonitorsFileSaysWhereItsTablesAreAndWhatARetrainCosts() throws IOException {
        Path yaml = Files.writeString(folder.resolve("m.yaml"), """
                input: a.parquet
                format: parquet
                time: day
                reference: 2023-01-01..2023-06-30
                output: out
                monitor: loans
                label: bad
                recipe: [trees]
                cost: 0.04
                """);
        HistoryConfig config = read(Map.of("config", List.of(yaml.toString()), "format", List.of("csv")));
        assertEquals(folder.resolve("out").toString(), config.output());
        assertEquals(Optional.of("loans"), config.monitor());
        assertEquals(Optional.of(Recipe.TREES), config.recipe());
        assertEquals(0.04, config.costs().prices().retrain());
        assertEquals("csv", config.format());
    }

    @Test
    void withoutAnyHistoryItIsSaidWhatToGive() {
        List<Problem> problems =
                assertThrows(UserMistake.class, () -> read(Map.of())).problems();
        assertEquals(
                List.of("there is nothing to replay: neither --matrix nor --output nor --config is given"),
                problems.stream().map(Problem::what).toList());
    }
}
