package io.tidemark.cli;

import io.tidemark.config.Command;
import io.tidemark.config.Options;
import io.tidemark.config.Request;
import io.tidemark.problem.Problem;
import io.tidemark.problem.Problems;
import io.tidemark.problem.UserMistake;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One command line, read by scopt against the catalogue of options. */
public final class CommandLine {
    private static final Pattern UNKNOWN_OPTION = Pattern.compile("Unknown option --?([^=]+).*");
    private static final Pattern UNKNOWN_ARGUMENT = Pattern.compile("Unknown argument '(.*)'");

    private CommandLine() {}

    /**
     * Takes a command line apart.
     *
     * @throws UserMistake if not even the command is known
     */
    public static Request parse(String... arguments) {
        if (arguments.length == 0) {
            throw new UserMistake(Problems.noCommand(Command.ids()));
        }
        if (!Command.ids().contains(arguments[0])) {
            throw new UserMistake(Problems.unknownCommand(arguments[0], Command.ids()));
        }
        Command command = Command.ofId(arguments[0]);
        CommandParser parser = new CommandParser(List.of(command));
        Given given = parser.read(List.of(arguments));
        return new Request(
                command, given.options(), given.operands(), problems(command, List.of(arguments), parser.errors()));
    }

    /** The commands whose help is asked for; none where none is. */
    public static List<Command> helpFor(String... arguments) {
        boolean asks =
                Arrays.stream(arguments).anyMatch(argument -> argument.equals("--help") || argument.equals("-h"));
        if (!asks) {
            return List.of();
        }
        return Command.ids().contains(arguments[0]) ? List.of(Command.ofId(arguments[0])) : List.of(Command.values());
    }

    /** How the commands are used. */
    public static String usage(List<Command> commands) {
        return new CommandParser(commands).usage();
    }

    /** What scopt complains of, in our words; the value of an unknown option is not complained of once more. */
    private static List<Problem> problems(Command command, List<String> arguments, List<String> errors) {
        List<Problem> problems = new ArrayList<>();
        for (String error : errors) {
            Matcher option = UNKNOWN_OPTION.matcher(error);
            Matcher argument = UNKNOWN_ARGUMENT.matcher(error);
            if (option.matches()) {
                problems.add(Problems.unknownOption(option.group(1), Options.keysOf(command)));
            } else if (!argument.matches()) {
                problems.add(Problems.commandLine(error));
            } else if (!followsUnknownOption(command, arguments, argument.group(1))) {
                problems.add(
                        Problems.commandLine("'" + argument.group(1) + "' is neither an option nor the value of one"));
            }
        }
        return problems;
    }

    private static boolean followsUnknownOption(Command command, List<String> arguments, String value) {
        int at = arguments.indexOf(value);
        if (at < 1 || !arguments.get(at - 1).startsWith("--")) {
            return false;
        }
        return !Options.keysOf(command).contains(arguments.get(at - 1).substring(2));
    }
}
