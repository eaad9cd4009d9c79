package io.tidemark.config;

import io.tidemark.problem.Problem;
import java.util.List;
import java.util.Map;

/**
 * A command line, taken apart but not yet understood.
 *
 * @param options every option that was given, with its values in order; a flag has the value {@code true}
 * @param arguments what is no option
 * @param problems what was wrong with the way of saying it, to be told with what else is wrong
 */
public record Request(
        Command command, Map<String, List<String>> options, List<String> arguments, List<Problem> problems) {
    public Request {
        problems = List.copyOf(problems);
        options = Map.copyOf(options);
        arguments = List.copyOf(arguments);
    }
}
