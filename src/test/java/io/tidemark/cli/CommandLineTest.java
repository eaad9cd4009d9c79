package io.tidemark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.config.Command;
import io.tidemark.config.Option;
import io.tidemark.config.Option.Shape;
import io.tidemark.config.Options;
import io.tidemark.config.Request;
import io.tidemark.problem.Problem;
import io.tidemark.problem.UserMistake;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class CommandLineTest {
    static Stream<Arguments> everyOptionOfEveryCommand() {
        return Stream.of(Command.values())
                .flatMap(command -> Options.of(command).stream().map(option -> Arguments.of(command, option)));
    }

    @ParameterizedTest
    @MethodSource("everyOptionOfEveryCommand")
    void everyOptionOfTheCatalogueIsAccepted(Command command, Option option) {
        String key = "--" + option.key();
        Request request = option.shape() == Shape.FLAG
                ? CommandLine.parse(command.id(), key)
                : CommandLine.parse(command.id(), key, "x=1");
        String value = option.shape() == Shape.FLAG ? "true" : "x=1";
        assertEquals(List.of(), request.problems());
        assertEquals(Map.of(option.key(), List.of(value)), request.options());
    }

    @ParameterizedTest
    @EnumSource(Command.class)
    void theHelpOfACommandListsEveryOptionWithItsMeaning(Command command) {
        String help = CommandLine.usage(CommandLine.helpFor(command.id(), "--help"));
        String flat = help.replaceAll("\\s+", " ");
        for (Option option : Options.of(command)) {
            assertTrue(help.contains("--" + option.key()), option.key());
            assertTrue(flat.contains(option.text()), option.text());
        }
    }

    @Test
    void theHelpOfAllListsEveryCommand() {
        String help = CommandLine.usage(CommandLine.helpFor("--help"));
        Command.ids().forEach(id -> assertTrue(help.contains(id), id));
        assertEquals(List.of(), CommandLine.helpFor("run", "--verbose"));
        assertEquals(List.of(Command.values()), CommandLine.helpFor("-h"));
    }

    @Test
    void noCommandHasTwoOptionsOfOneName() {
        for (Command command : Command.values()) {
            Set<String> keys = new HashSet<>(Options.keysOf(command));
            assertEquals(keys.size(), Options.keysOf(command).size(), command.id());
        }
    }

    @Test
    void valuesFollowTheOptionOrAnEqualsSign() {
        assertEquals(
                CommandLine.parse("run", "--input", "a.csv", "--special", "x=1,2"),
                CommandLine.parse("run", "--input=a.csv", "--special=x=1,2"));
    }

    @Test
    void negativeNumbersAreValues() {
        for (String[] line : new String[][] {{"sample", "--seed", "-7"}, {"sample", "--seed=-7"}}) {
            Request request = CommandLine.parse(line);
            assertEquals(List.of(), request.problems());
            assertEquals(Map.of("seed", List.of("-7")), request.options());
        }
    }

    @Test
    void repeatedOptionsKeepAllTheirValuesInOrder() {
        Request request = CommandLine.parse("run", "--exclude", "b", "--exclude", "a,c");
        assertEquals(List.of("b", "a,c"), request.options().get("exclude"));
    }

    @Test
    void aQueryIsAnOperand() {
        Request request = CommandLine.parse("query", "--output", "out", "SELECT 1");
        assertEquals(List.of("SELECT 1"), request.arguments());
        assertEquals(List.of(), request.problems());
    }

    @Test
    void anUnknownOptionIsToldOnceWithTheOneThatWasMeant() {
        List<Problem> problems = CommandLine.parse("run", "--refrence", "2023-01-01..2023-06-30", "--imput=x.csv")
                .problems();
        assertEquals(
                List.of("unknown option --refrence", "unknown option --imput"),
                problems.stream().map(Problem::what).toList());
        assertEquals(
                List.of("Did you mean --reference?", "Did you mean --input?"),
                problems.stream().map(Problem::how).toList());
    }

    @Test
    void whatIsNeitherOptionNorValueIsTold() {
        assertEquals(
                List.of("'stray' is neither an option nor the value of one"),
                CommandLine.parse("run", "stray").problems().stream()
                        .map(Problem::what)
                        .toList());
    }

    @Test
    void anOptionWithoutItsValueIsTold() {
        assertEquals(1, CommandLine.parse("run", "--input").problems().size());
    }

    @Test
    void withoutAKnownCommandNothingIsParsed() {
        assertTrue(
                assertThrows(UserMistake.class, CommandLine::parse).getMessage().contains("run, check"));
        assertTrue(assertThrows(UserMistake.class, () -> CommandLine.parse("rnu"))
                .getMessage()
                .contains("unknown command 'rnu'"));
        assertTrue(assertThrows(UserMistake.class, () -> CommandLine.parse("qury"))
                .getMessage()
                .contains("Did you mean 'query'?"));
    }
}
