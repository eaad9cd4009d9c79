package io.tidemark.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.tidemark.Said;
import io.tidemark.backtest.Policies;
import io.tidemark.spark.output.Tables;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;

/**
 * The whole job over made-up applicants who tell one story, which begins with 2024-01: 8,000 a month for three years, by months.
 *
 * @param asOf the day that the run was made for
 * @param said by it
 */
record JudgedStory(Output output, String asOf, Said said) {
    /** Of a retrain, in AUC: a third of what is assumed where no price is given. */
    static final double COST = 0.02;

    private static final int APPLICANTS = 36 * 8_000;

    /** An action of the default rule after a month. */
    record Act(YearMonth after, String action) {}

    /**
     * At the price.
     *
     * @param more options of the run
     */
    static JudgedStory of(Path folder, String story, long seed, String maturity, String asOf, String... more) {
        List<String> options = new ArrayList<>(List.of("--cost=" + COST));
        options.addAll(List.of(more));
        return atAssumedPrice(folder, story, seed, maturity, asOf, options.toArray(String[]::new));
    }

    /**
     * With no price given.
     *
     * @param more options of the run
     */
    static JudgedStory atAssumedPrice(
            Path folder, String story, long seed, String maturity, String asOf, String... more) {
        Output output = new Output(folder.resolve(story + seed + "_" + maturity));
        List<String> options = new ArrayList<>(List.of("--maturity=" + maturity, "--as-of=" + asOf));
        options.addAll(List.of(more));
        return new JudgedStory(
                output, asOf, StoryRun.monitored(StoryRun.sample(folder, story, APPLICANTS, seed), output, options));
    }

    Row recommendation() {
        return output.rows(Tables.RECOMMENDATIONS, "SELECT * FROM t WHERE as_of = DATE '" + asOf + "'")
                .get(0);
    }

    String action() {
        return recommendation().getAs("action");
    }

    /**
     * Replays the history, at a third of the price, the price and three times it, with outcomes at once and as late as they are, and says what came of
     * it.
     */
    String backtest(String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("backtest", "--output=" + output.directory(), "--cost=" + COST));
        arguments.addAll(List.of(more));
        Said replayed = Said.by(arguments.toArray(String[]::new));
        assertEquals(0, replayed.code(), replayed.err());
        return replayed.out();
    }

    /**
     * What the default rule does in the history that was replayed.
     *
     * @param lag so many months outcomes come late
     * @param share of the price
     */
    List<Act> acts(int lag, double share) {
        List<Row> months = output.rows(
                Tables.POLICY_BACKTEST,
                "SELECT date_format(window.start, 'yyyy-MM'), action FROM t WHERE window IS NOT NULL AND policy = '"
                        + Policies.DEFAULT.name() + "' AND label_lag = " + lag + " AND abs(retrain_cost / "
                        + share * COST + " - 1) < 1e-9 ORDER BY window.start");
        assertFalse(months.isEmpty(), "nothing was replayed");
        return months.stream()
                .map(month -> new Act(YearMonth.parse(month.getString(0)), month.getString(1)))
                .filter(act -> !act.action().equals("KEEP"))
                .toList();
    }
}
