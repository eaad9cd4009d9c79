package io.tidemark.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.YearMonth;
import java.util.List;
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
        for (String column : PlantedShifts.steadyColumns(PLAN)) {
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
    void tellsWhatWasChosen() {
        SamplePlan plan = new SamplePlan(
                1_000,
                1,
                YearMonth.of(2023, 1),
                36,
                ShiftChoice.of(List.of("base_rate", "behaviour_spell")),
                ScoreColumns.CHAMPION_AND_CHALLENGER,
                ExtraFeatures.NONE);
        String text = SampleReadme.markdown(plan, "chosen.csv");
        assertTrue(text.contains("--format csv --months 36 --shifts behaviour_spell,base_rate --challenger\n"));
        assertTrue(text.contains("- **Challenger** is `pd_new`"));
        assertTrue(text.contains("| `pd_new` | double | probability | "));
        assertTrue(text.contains("| `behaviour_spell` | concept | `defaulted` | 2024-01-01 | 2024-06-30 | "));
        assertTrue(text.contains("`income`, `dti`"), "all features are steady");
        assertFalse(text.contains("holidays_2023"));
        SamplePlan quiet = new SamplePlan(
                1_000, 1, YearMonth.of(2023, 1), 24, ShiftChoice.NONE, ScoreColumns.CHAMPION, ExtraFeatures.NONE);
        assertTrue(SampleReadme.markdown(quiet, "quiet.csv").contains("Nothing moves in this table"));
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
