package io.tidemark.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was given on a command line so far.
 *
 * @param options options with their values, in order
 * @param operands what is no option
 */
record Given(Map<String, List<String>> options, List<String> operands) {
    static final Given NOTHING = new Given(Map.of(), List.of());

    Given {
        options = Map.copyOf(options);
        operands = List.copyOf(operands);
    }

    Given with(String option, String value) {
        Map<String, List<String>> more = new LinkedHashMap<>(options);
        List<String> values = new ArrayList<>(more.getOrDefault(option, List.of()));
        values.add(value);
        more.put(option, List.copyOf(values));
        return new Given(more, operands);
    }

    Given with(String operand) {
        List<String> more = new ArrayList<>(operands);
        more.add(operand);
        return new Given(options, more);
    }
}
