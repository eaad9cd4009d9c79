package io.tidemark.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tidemark.Said;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;

/**
 * The whole job over made-up applicants who tell one story: 8,000 a month for two years, and a third year without outcomes, which is not looked at.
 * The story begins with 2024-01. The champion was trained on the first half of 2023, and a retrain costs 0.02 of AUC.
 */
record JudgedStory(Output output, Said said) {
    static final double COST = 0.02;

    private static final String MONTHS = "36";
    private static final String APPLICANTS = String.valueOf(36 * 8_000);

    /** @param more options of the run */
    static JudgedStory of(Path folder, String story, long seed, String maturity, String asOf, String... more) {
        Path sample = folder.resolve(story + seed);
        if (!Files.exists(sample)) {
            Said made = Said.by(
                    "sample",
                    "--shifts",
                    story,
                    "--seed",
                    String.valueOf(seed),
                    "--rows",
                    APPLICANTS,
                    "--months",
                    MONTHS,
                    "--format",
                    "parquet",
                    "--output",
                    sample.toString());
            assertEquals(0, made.code(), made.err());
        }
        Output output = new Output(folder.resolve(story + seed + "_as_of_" + asOf));
        List<String> arguments = new ArrayList<>(List.of(
                "run",
                "--input",
                sample.resolve("applicants").toString(),
                "--format",
                "parquet",
                "--time",
                "application_date",
                "--reference",
                "2023-01-01..2023-06-30",
                "--entity",
                "application_id",
                "--label",
                "defaulted",
                "--score",
                "pd_score",
                "--special",
                "bureau_score=-999,-998",
                "--cost",
                String.valueOf(COST),
                "--maturity",
                maturity,
                "--as-of",
                asOf,
                "--output",
                output.directory().toString()));
        arguments.addAll(List.of(more));
        Said said = Said.by(arguments.toArray(new String[0]));
        assertEquals(0, said.code(), said.err());
        return new JudgedStory(output, said);
    }

    /** The newest recommendation. */
    Row recommendation() {
        return output.rows(Tables.RECOMMENDATIONS, "SELECT * FROM t ORDER BY as_of DESC")
                .get(0);
    }

    String action() {
        return recommendation().getAs("action");
    }

    /**
     * After which months the default rule acts in this history, as 2024-03 RETRAIN.
     *
     * @param lag so many months outcomes come late
     */
    List<String> acts(int lag, double cost) {
        Said replayed = Said.by(
                "backtest",
                "--output",
                output.directory().toString(),
                "--lag",
                String.valueOf(lag),
                "--cost",
                String.valueOf(cost));
        assertEquals(0, replayed.code(), replayed.err());
        return output
                .rows(
                        Tables.POLICY_BACKTEST,
                        "SELECT date_format(window.start, 'yyyy-MM') || ' ' || action FROM t WHERE policy = 'LASTING_GAP' AND label_lag = "
                                + lag + " AND retrain_cost = " + cost + " AND action <> 'KEEP' ORDER BY window.start")
                .stream()
                .map(row -> row.getString(0))
                .toList();
    }
}
