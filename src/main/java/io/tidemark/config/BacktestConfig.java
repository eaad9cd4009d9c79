package io.tidemark.config;

import io.tidemark.backtest.Loss;
import io.tidemark.problem.Problems;
import io.tidemark.problem.UserMistake;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A backtest over a matrix that is brought along.
 *
 * @param matrix the file
 * @param loss what models are charged
 * @param labelLag by how many cohorts labels come late
 * @param cost c, the price of a retrain in units of loss times cohorts
 * @param format one of {@link #FORMATS}
 */
public record BacktestConfig(Path matrix, Loss loss, int labelLag, double cost, String format) {
    public static final List<String> FORMATS = List.of("table", "csv");

    private static final int MOST_LAG = 10_000;

    /**
     * Reads the options of a backtest.
     *
     * @throws UserMistake with everything that is wrong
     */
    public static BacktestConfig read(Request request) {
        Values values = Values.of(request);
        Optional<String> matrix = needed(values, "matrix", "where the losses of models on later cohorts are");
        Optional<Loss> loss = needed(values, "loss", "what a model is charged: " + String.join(" or ", Loss.ids()))
                .flatMap(given -> values.oneOf("loss", Loss.ids()))
                .map(Loss::ofId);
        Optional<Double> cost = needed(values, "cost", "what a retrain costs, in units of loss times cohorts")
                .flatMap(given ->
                        values.attempt("cost", given, BacktestConfig::price, "Give a number above 0, such as 0.05."));
        int labelLag = (int) Math.min(values.whole("lag", 0, 0), MOST_LAG);
        String format = values.oneOf("format", FORMATS).orElse("table");
        values.orThrow();
        return new BacktestConfig(
                Path.of(matrix.orElseThrow()), loss.orElseThrow(), labelLag, cost.orElseThrow(), format);
    }

    private static Optional<String> needed(Values values, String key, String meaning) {
        Optional<String> given = values.text(key);
        if (given.isEmpty()) {
            values.complain(Problems.missingOption(key, meaning));
        }
        return given;
    }

    private static double price(String text) {
        double price = Values.number(text);
        if (!(price > 0 && Double.isFinite(price))) {
            throw new IllegalArgumentException("is not above 0");
        }
        return price;
    }
}
