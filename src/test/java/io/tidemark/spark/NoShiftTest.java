package io.tidemark.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.Said;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real applicants whose dates were drawn at random: whatever is found among them is a false alarm. */
@Tag("spark")
class NoShiftTest {
    private static final int FEATURES = 23;
    private static final int WEEKS = 12;

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
                "2016-07-01..2016-10-09",
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
                output.rows(Tables.FEATURE_SHIFTS, "SELECT 1 FROM t WHERE severity IN ('NONE', 'NEGLIGIBLE')")
                        .size());
        assertEquals(
                0,
                output.rows(Tables.FEATURE_SHIFTS, "SELECT 1 FROM t WHERE severity NOT IN ('NONE', 'NEGLIGIBLE')")
                        .size());
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
