package io.tidemark.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tidemark.Said;
import io.tidemark.spark.output.Tables;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two years of rented bicycles: it is warm in summer, every year. */
@Tag("spark")
class SeasonTest {
    @TempDir
    Path folder;

    @Test
    void theTemperatureOfTheSecondYearIsTheSeasonAndNoBreak() {
        Output output = new Output(folder.resolve("tables"));
        Said said = Said.by(
                "run",
                "--input=" + SharedData.file("bike_sharing/bike_sharing.csv.gz"),
                "--time=dteday",
                "--reference=2011-01-01..2011-01-31,seasonal",
                "--exclude=cohort,yr,mnth,season",
                "--output=" + output.directory());
        assertEquals(0, said.code(), said.err());
        List<String> patterns = output
                .rows(
                        Tables.FEATURE_SHIFTS,
                        "SELECT concat(date_format(window.start, 'yyyy-MM'), ' ', pattern) FROM t WHERE column_name = 'temp'"
                                + " AND drift_type = 'BASELINE' AND window.start >= '2012-02-01' ORDER BY 1")
                .stream()
                .map(row -> row.getString(0))
                .toList();
        List<String> expected = List.of(
                "2012-02 SEASONAL",
                "2012-03 SEASONAL",
                "2012-04 SEASONAL",
                "2012-05 SEASONAL",
                "2012-06 SEASONAL",
                "2012-07 SEASONAL",
                "2012-08 SEASONAL",
                "2012-09 SEASONAL",
                "2012-10 SEASONAL",
                "2012-11 SEASONAL",
                "2012-12 SEASONAL");
        assertEquals(expected, patterns);
    }
}
