package io.tidemark.config;

import io.tidemark.problem.Problems;
import io.tidemark.problem.UserMistake;
import io.tidemark.sample.ScoreColumns;
import io.tidemark.sample.ShiftChoice;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * A table of synthetic applicants that is to be made.
 *
 * @param output the directory
 * @param format one of {@link #FORMATS}
 * @param shifts what is planted
 * @param scores whose scores are in the table
 * @param extraNumbers numeric features beyond the usual ones
 * @param extraCodes texts beyond the usual ones
 */
public record SampleConfig(
        String output,
        String format,
        long rows,
        long seed,
        YearMonth firstMonth,
        int months,
        ShiftChoice shifts,
        ScoreColumns scores,
        int extraNumbers,
        int extraCodes) {
    public static final List<String> FORMATS = List.of("csv", "parquet", "delta");
    private static final int MOST_MONTHS = 120;
    private static final int MOST_EXTRA = 999;

    /**
     * Reads the options of a sample.
     *
     * @throws UserMistake with everything that is wrong
     */
    public static SampleConfig read(Request request) {
        Values values = Values.of(request);
        Optional<String> output = values.text("output");
        if (output.isEmpty()) {
            values.complain(Problems.missingOption("output", "where the applicants are to be written"));
        }
        String format = values.oneOf("format", FORMATS).orElse("csv");
        int months = atMost(values, "months", 24, 1, MOST_MONTHS);
        long rows = values.whole("rows", 24_000, months);
        long seed = values.whole("seed", 42, Long.MIN_VALUE);
        YearMonth first = values.parsed(
                "first-month", YearMonth.of(2023, 1), SampleConfig::month, "Give a month such as 2023-01.");
        ShiftChoice shifts = shifts(values);
        ScoreColumns scores = values.isSet("challenger") ? ScoreColumns.CHAMPION_AND_CHALLENGER : ScoreColumns.CHAMPION;
        int extraNumbers = atMost(values, "extra-numbers", 0, 0, MOST_EXTRA);
        int extraCodes = atMost(values, "extra-codes", 0, 0, MOST_EXTRA);
        values.orThrow();
        return new SampleConfig(
                output.orElseThrow(), format, rows, seed, first, months, shifts, scores, extraNumbers, extraCodes);
    }

    private static ShiftChoice shifts(Values values) {
        List<String> words = values.list("shifts");
        words.stream()
                .filter(word -> !ShiftChoice.WORDS.contains(word))
                .forEach(word -> values.complain(Problems.notOneOf("shifts", word, ShiftChoice.WORDS)));
        return words.isEmpty()
                ? ShiftChoice.USUAL
                : ShiftChoice.of(
                        words.stream().filter(ShiftChoice.WORDS::contains).toList());
    }

    private static int atMost(Values values, String key, int otherwise, int least, int most) {
        long number = values.whole(key, otherwise, least);
        if (number > most) {
            values.complain(
                    Problems.badValue(key, String.valueOf(number), "is too many", "Give at most " + most + "."));
        }
        return (int) Math.min(number, most);
    }

    private static YearMonth month(String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("is not a month", e);
        }
    }
}
