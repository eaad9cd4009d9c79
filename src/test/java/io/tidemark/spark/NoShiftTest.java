package io.tidemark.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.Said;
import io.tidemark.spark.output.Tables;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real applicants whose dates were drawn at random: whatever is found among them is a false alarm. */
@Tag("spark")
class NoShiftTest {
    private static final int FEATURES = 23;
    private static final int WEEKS = 12;
    private static final String STANDING = "2016-07-01..2016-10-09";

    @TempDir
    static Path folder;

    private static Output output;
    private static Said said;

    @BeforeAll
    static void run() {
        Path input = SharedData.file("taiwan_fakedate_null/taiwan_fakedate_null.csv.gz");
        output = new Output(folder.resolve("tables"));
        said = Said.by(
                "run",
                "--input",
                input.toString(),
                "--time",
                "apply_date",
                "--cohort",
                "week",
                "--reference",
                STANDING + ",previous,rolling:4,expanding",
                "--label",
                "default.payment.next.month",
                "--exclude",
                "cohort",
                "--output",
                output.directory().toString());
        assertEquals(0, said.code(), said.err());
    }

    @Test
    void nothingIsFoundAboveNegligible() {
        assertEquals(
                FEATURES * WEEKS,
                output.rows(
                                Tables.FEATURE_SHIFTS,
                                "SELECT 1 FROM t WHERE severity IN ('NONE', 'NEGLIGIBLE') AND reference_id = '"
                                        + STANDING + "'")
                        .size());
        assertEquals(
                List.of("BASELINE", "CONSECUTIVE", "ROLLING"),
                output.rows(Tables.FEATURE_SHIFTS, "SELECT DISTINCT drift_type FROM t ORDER BY 1").stream()
                        .map(row -> row.getString(0))
                        .toList());
        assertEquals(
                0,
                output.rows(
                                Tables.FEATURE_SHIFTS,
                                "SELECT 1 FROM t WHERE severity IN ('MODERATE', 'MAJOR') OR alarm OR pattern <> 'STABLE'")
                        .size());
    }

    @Test
    void theReferenceIsOnePopulation() {
        assertFalse(said.out().contains("not stationary"), said.out());
    }

    @Test
    void noDataIsTakenForBroken() {
        assertEquals(0, output.rows(Tables.DATA_INCIDENTS, "SELECT 1 FROM t").size());
    }

    @Test
    void theModelIsKept() {
        assertTrue(said.out().contains("KEEP"), said.out());
    }
}
