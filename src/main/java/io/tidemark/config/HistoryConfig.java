package io.tidemark.config;

import io.tidemark.model.Recipe;
import io.tidemark.policy.Costs;
import io.tidemark.problem.Problems;
import io.tidemark.problem.UserMistake;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A backtest over the history that runs of a monitor have left in its tables.
 *
 * @param output the directory of the tables
 * @param monitor whose history; empty where there is only one
 * @param recipe whose models; empty for the first that there is
 * @param labelLag by how many cohorts labels come late; empty for as many as they do now
 * @param costs what models are charged and what acting costs
 * @param format one of {@link BacktestConfig#FORMATS}
 */
public record HistoryConfig(
        String output,
        Optional<String> monitor,
        Optional<Recipe> recipe,
        OptionalInt labelLag,
        Costs costs,
        String format) {
    private static final int MOST_LAG = 10_000;
    /** Options that a backtest has for itself, whatever they mean to a run. */
    private static final List<String> OWN = List.of("format", "lag", "matrix");

    /**
     * Reads the options of a backtest, of a monitor's YAML file where one is named.
     *
     * @throws UserMistake with everything that is wrong
     */
    public static HistoryConfig read(Request request) {
        Values values = Values.of(request);
        String format = values.oneOf("format", BacktestConfig.FORMATS).orElse("table");
        Optional<String> lag = values.text("lag");
        int cohorts = (int) Math.min(values.whole("lag", 0, 0), MOST_LAG);
        OptionalInt labelLag = lag.isPresent() ? OptionalInt.of(cohorts) : OptionalInt.empty();
        if (request.options().containsKey("config")) {
            values.orThrow();
            MonitorConfig config = MonitorReader.read(monitor(request)).withoutItsInput();
            return new HistoryConfig(
                    config.output(),
                    Optional.of(config.monitor()),
                    config.outcomes().recipes().stream().findFirst(),
                    labelLag,
                    config.decision().costs(),
                    format);
        }
        Optional<String> output = values.text("output");
        if (output.isEmpty()) {
            values.complain(Problems.noHistoryNamed());
        }
        Optional<Recipe> recipe = values.oneOf("recipe", Recipe.ids()).map(Recipe::ofId);
        Costs costs = new CostOptions(values).costs();
        values.orThrow();
        return new HistoryConfig(output.orElseThrow(), values.text("monitor"), recipe, labelLag, costs, format);
    }

    private static Request monitor(Request request) {
        Map<String, List<String>> options = new HashMap<>(request.options());
        OWN.forEach(options::remove);
        return new Request(Command.RUN, options, request.arguments(), request.problems());
    }
}
