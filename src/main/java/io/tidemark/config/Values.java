package io.tidemark.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidemark.config.Option.Shape;
import io.tidemark.problem.Problem;
import io.tidemark.problem.Problems;
import io.tidemark.problem.UserMistake;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Option values by key, from the command line and from YAML, and everything that is wrong with them. */
final class Values {
    private final ObjectNode tree = JsonNodeFactory.instance.objectNode();
    private final List<Problem> problems = new ArrayList<>();

    /** The options of a command line that reads no file. */
    static Values of(Request request) {
        Values values = new Values();
        values.putAll(request);
        return values;
    }

    /** Takes the options of a command line, each in place of what was there. */
    void putAll(Request request) {
        problems.addAll(request.problems());
        for (Option option : Options.of(request.command())) {
            List<String> given = request.options().get(option.key());
            if (given != null) {
                put(option, given);
            }
        }
    }

    /**
     * Ends the reading if anything was wrong.
     *
     * @throws UserMistake with everything that was
     */
    void orThrow() {
        if (!problems.isEmpty()) {
            throw new UserMistake(problems);
        }
    }

    List<Problem> problems() {
        return problems;
    }

    ObjectNode tree() {
        return tree;
    }

    void complain(Problem problem) {
        problems.add(problem);
    }

    /** Takes a value as YAML has it; null means not given. */
    void put(String key, JsonNode value) {
        if (!value.isNull()) {
            tree.set(key, value);
        }
    }

    /** Takes the values of one command-line option, in place of what was there. */
    private void put(Option option, List<String> given) {
        switch (option.shape()) {
            case FLAG -> tree.put(option.key(), true);
            case TEXT -> {
                if (given.size() > 1) {
                    complain(Problems.givenTwice(option.key(), given));
                }
                tree.put(option.key(), given.get(0));
            }
            case LIST -> {
                var array = tree.putArray(option.key());
                given.forEach(text -> split(text).forEach(array::add));
            }
            case MAP, LISTS -> putPairs(option, given);
        }
    }

    private void putPairs(Option option, List<String> given) {
        ObjectNode map = tree.putObject(option.key());
        for (String pair : given) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                complain(Problems.badValue(
                        option.key(), pair, "is not a pair", "Write it as " + option.valueName() + "."));
            } else if (option.shape() == Shape.MAP) {
                map.put(pair.substring(0, equals).strip(), pair.substring(equals + 1));
            } else {
                var array = map.putArray(pair.substring(0, equals).strip());
                split(pair.substring(equals + 1)).forEach(array::add);
            }
        }
    }

    private static List<String> split(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(s -> !s.isEmpty())
                .toList();
    }

    Optional<String> text(String key) {
        JsonNode node = tree.get(key);
        if (node == null) {
            return Optional.empty();
        }
        if (!node.isValueNode() || node.asText().isBlank()) {
            complain(Problems.badValue(key, node.toString(), "is not a single value", "Give it one."));
            return Optional.empty();
        }
        return Optional.of(node.asText().strip());
    }

    /** Whether a flag is there. */
    boolean isSet(String key) {
        return tree.has(key);
    }

    List<String> list(String key) {
        JsonNode node = tree.get(key);
        return node == null ? List.of() : texts(key, node);
    }

    Map<String, String> map(String key) {
        Map<String, String> map = new LinkedHashMap<>();
        entries(key).forEach((name, node) -> {
            if (node.isValueNode()) {
                map.put(name, node.asText());
            } else {
                complain(Problems.badValue(key, name + ": " + node, "is not a single value", "Give it one."));
            }
        });
        return map;
    }

    Map<String, List<String>> lists(String key) {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        entries(key).forEach((name, node) -> lists.put(name, texts(key, node)));
        return lists;
    }

    /** Lists of numbers. */
    Map<String, List<Double>> numbers(String key) {
        Map<String, List<Double>> numbers = new LinkedHashMap<>();
        lists(key).forEach((name, texts) -> {
            List<Double> row = new ArrayList<>();
            texts.forEach(
                    text -> attempt(key, text, Values::number, "Give numbers.").ifPresent(row::add));
            numbers.put(name, row);
        });
        return numbers;
    }

    /** A number, or {@code inf} for the open end of a scorecard's bins. */
    static double number(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "inf", "+inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }

    static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("is not a day of the calendar", e);
        }
    }

    private Map<String, JsonNode> entries(String key) {
        JsonNode node = tree.get(key);
        Map<String, JsonNode> entries = new LinkedHashMap<>();
        if (node != null && node.isObject()) {
            node.properties().forEach(entry -> entries.put(entry.getKey(), entry.getValue()));
        } else if (node != null) {
            complain(Problems.badValue(key, node.toString(), "is not a mapping", "Write name: value under it."));
        }
        return entries;
    }

    /** The texts of a list; a single value is a list of one. */
    private List<String> texts(String key, JsonNode node) {
        List<String> texts = new ArrayList<>();
        if (node.isValueNode()) {
            texts.add(node.asText());
        } else if (node.isArray()) {
            for (JsonNode element : node) {
                if (element.isValueNode()) {
                    texts.add(element.asText());
                } else {
                    complain(Problems.badValue(key, element.toString(), "is not a single value", "Give it one."));
                }
            }
        } else {
            complain(Problems.badValue(key, node.toString(), "is not a list", "Write it as [a, b]."));
        }
        return texts;
    }

    /** A text turned into something else; what the parser complains of is a problem, and the default stands in for it. */
    <T> T parsed(String key, T otherwise, Function<String, T> parser, String how) {
        return text(key)
                .map(text -> attempt(key, text, parser, how))
                .map(value -> value.orElse(otherwise))
                .orElse(otherwise);
    }

    /** One attempt to turn a value into something else; empty, with a problem, where it fails. */
    <T> Optional<T> attempt(String key, String value, Function<String, T> parser, String how) {
        try {
            return Optional.of(parser.apply(value));
        } catch (NumberFormatException e) {
            complain(Problems.badValue(key, value, "is not a number", how));
        } catch (IllegalArgumentException e) {
            complain(Problems.badValue(key, value, e.getMessage(), how));
        }
        return Optional.empty();
    }

    /** A text that must be one of several. */
    Optional<String> oneOf(String key, List<String> accepted) {
        Optional<String> given = text(key);
        if (given.isPresent() && !accepted.contains(given.get())) {
            complain(Problems.notOneOf(key, given.get(), accepted));
            return Optional.empty();
        }
        return given;
    }

    /** A whole number of at least {@code least}. */
    long whole(String key, long otherwise, long least) {
        return parsed(
                key,
                otherwise,
                text -> {
                    long number = Long.parseLong(text.replace("_", ""));
                    if (number < least) {
                        throw new IllegalArgumentException("is too small");
                    }
                    return number;
                },
                "Give a whole number of at least " + least + ".");
    }
}
