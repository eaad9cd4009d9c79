package io.tidemark.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.YearMonth;
import org.junit.jupiter.api.Test;

class SampleReadmeTest {
    private static final SamplePlan PLAN = SamplePlan.of(24_000, 42);
    private static final String TEXT = SampleReadme.markdown(PLAN, "applicants.csv");

    @Test
    void namesEveryColumnWithItsMeaning() {
        for (SampleColumn column : SampleColumns.USUAL) {
            assertTrue(TEXT.contains("| `" + column.name() + "` | "), column.name());
            assertTrue(TEXT.contains(column.unit() + " | " + column.meaning() + " |"), column.name());
        }
    }

    @Test
    void namesEveryShiftWithItsDates() {
        for (PlantedShift shift : PlantedShifts.of(PLAN)) {
            String dates = " | " + shift.from() + " | " + (shift.to() == null ? "" : shift.to()) + " | ";
            assertTrue(TEXT.contains("| `" + shift.name() + "` | " + shift.kind()), shift.name());
            assertTrue(TEXT.contains(dates + shift.what() + " | " + shift.expected()), shift.name());
        }
    }

    @Test
    void namesEverySteadyColumn() {
        String steady = TEXT.substring(TEXT.indexOf("## What never moves"), TEXT.indexOf("## Columns"));
        for (String column : PlantedShifts.STEADY_COLUMNS) {
            assertTrue(steady.contains("`" + column + "`"), column);
        }
    }

    @Test
    void tellsTheCommandAndTheFile() {
        assertTrue(TEXT.contains("\n    ./tidemark sample --output data-sample --rows 24000 --seed 42 --format csv\n"));
        assertTrue(TEXT.contains("`applicants.csv` holds 24,000 invented"));
    }

    @Test
    void tellsWhichOutcomesAreKnown() {
        assertTrue(TEXT.contains("only applications up to 2023-12-31 have one"));
        SamplePlan year = new SamplePlan(1_000, 1, YearMonth.of(2023, 1), 12);
        assertTrue(SampleReadme.markdown(year, "year.csv").contains("no outcome is known yet"));
    }

    @Test
    void everyLineOfATableHasAsManyCellsAsItsHead() {
        long cells = 0;
        for (String line : TEXT.lines().toList()) {
            long found = line.chars().filter(character -> character == '|').count();
            if (cells > 0 && found > 0) {
                assertEquals(cells, found, line);
            }
            cells = found;
        }
        assertFalse(TEXT.contains("null |"));
    }

    @Test
    void saysWhenASeasonFallsIntoTheReference() {
        assertTrue(TEXT.contains("(2023-01-01 to 2023-06-30): nothing is planted there"));
        SamplePlan fromAutumn = new SamplePlan(1_000, 1, YearMonth.of(2022, 10), 24);
        assertTrue(SampleReadme.markdown(fromAutumn, "autumn.csv").contains("nothing but a season is planted there"));
    }
}
