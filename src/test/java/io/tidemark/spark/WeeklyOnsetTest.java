package io.tidemark.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tidemark.Said;
import io.tidemark.spark.output.Tables;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Twenty weeks of which the last five are another population: f1 to f4 all change on 2020-04-20. */
@Tag("spark")
class WeeklyOnsetTest {
    private static final Path INPUT = SharedData.file("weekly_onset_seed167.csv.gz");

    @TempDir
    Path folder;

    private Output run(String... options) {
        Output output = new Output(folder.resolve("tables"));
        List<String> arguments = new ArrayList<>(List.of(
                "run",
                "--input=" + INPUT,
                "--time=timestamp",
                "--exclude=week,period",
                "--output=" + output.directory()));
        arguments.addAll(List.of(options));
        Said said = Said.by(arguments.toArray(new String[0]));
        assertEquals(0, said.code(), said.err());
        return output;
    }

    @Test
    void everyFeatureIsDatedToTheWeekInWhichItChanged() {
        Output output = run("--cohort=week", "--reference=2020-01-06..2020-03-15");
        List<Row> onsets = output.rows(
                Tables.FEATURE_SHIFTS,
                "SELECT DISTINCT column_name, CAST(date(onset_window.start) AS STRING), onset_form FROM t"
                        + " WHERE window.start >= '2020-04-20' ORDER BY 1");
        assertEquals(
                List.of("[f1,2020-04-20,JUMP]", "[f2,2020-04-20,JUMP]", "[f3,2020-04-20,JUMP]", "[f4,2020-04-20,JUMP]"),
                onsets.stream().map(Row::toString).toList());
        assertEquals(
                0,
                output.rows(
                                Tables.FEATURE_SHIFTS,
                                "SELECT 1 FROM t WHERE window.start < '2020-04-20' AND (onset_window IS NOT NULL OR alarm)")
                        .size());
    }

    /** The distances over the exact values are 0.007647, 0.008036, 0.009457, 0.090575 and 0.256126; the job counts in buckets. */
    @Test
    void theDistanceByMonthsIsThatOfTheExactValuesButForTheBuckets() {
        String reference = folder.resolve("reference").toString();
        Output.session()
                .read()
                .option("header", true)
                .option("inferSchema", true)
                .csv(INPUT.toString())
                .where("period = 'reference'")
                .write()
                .parquet(reference);
        Output output = run("--reference=table:" + reference, "--reference-format=parquet");
        List<Row> distances = output.rows(
                Tables.FEATURE_SHIFTS,
                "SELECT ks_test.statistic FROM t WHERE column_name = 'f1' ORDER BY window.start");
        double[] expected = {0.007647, 0.008036, 0.009457, 0.090575, 0.256126};
        assertEquals(expected.length, distances.size());
        for (int month = 0; month < expected.length; month++) {
            assertEquals(expected[month], distances.get(month).getDouble(0), 0.002);
        }
    }
}
