package io.tidemark.backtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.measure.SharedData;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the default costs on the five streams given, which were among those its constants were chosen on. */
class GivenStreamsTest {
    private static final int[] SCHEDULES = {1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 18, 24};

    /** Cost over the oracle in one cell: of the default, of CG_RESTORE, of the best schedule in hindsight. */
    private record Cell(double ours, double theirs, double schedule) {}

    private static List<Cell> cells() throws IOException {
        Path folder = SharedData.path("../conformance/retrain");
        List<Cell> cells = new ArrayList<>();
        SharedData.forEachRow(folder.resolve("expected_policies.csv"), row -> {
            if (row.get("policy").equals("CG_RESTORE")) {
                StalenessMatrix matrix = StalenessFile.read(
                        folder.resolve(row.get("set") + "_" + row.get("recipe") + ".csv"), Loss.ofId(row.get("loss")));
                cells.add(cell(new Replay(
                        matrix, Integer.parseInt(row.get("L")), Prices.ofRetrain(Double.parseDouble(row.get("c"))))));
            }
        });
        return cells;
    }

    private static Cell cell(Replay replay) {
        double oracle = Oracle.of(replay).total();
        double schedule = Arrays.stream(SCHEDULES)
                .mapToDouble(cohorts -> replay.run(new EveryK(cohorts)).total())
                .min()
                .orElseThrow();
        double never = replay.run(new Never()).total();
        return new Cell(
                replay.run(Policies.DEFAULT).total() / oracle,
                replay.run(new CumulatedGapWithRestore(Horizon.GATED)).total() / oracle,
                Math.min(schedule, never) / oracle);
    }

    @Test
    void theDefaultIsCheaperThanTheRuleWithoutMemoryAndSeldomFarAboveTheBestSchedule() throws IOException {
        List<Cell> cells = cells();
        assertEquals(120, cells.size());
        double ours = cells.stream().mapToDouble(Cell::ours).average().orElseThrow();
        double theirs = cells.stream().mapToDouble(Cell::theirs).average().orElseThrow();
        assertTrue(ours <= theirs, ours + " " + theirs);
        long far = cells.stream()
                .filter(cell -> cell.ours() > 1.1 * cell.schedule())
                .count();
        assertTrue(far <= 0.05 * cells.size(), "more than 10 % above in " + far);
    }
}
