package io.tidemark.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.spark.output.Tables;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Figures that follow from the outcomes in the bins, and what they are used for. */
@Tag("spark")
@Tag("slow")
class ScorecardFiguresTest {
    private static final StoryRun NEWCOMERS = StoryRun.newClientele();
    private static final String NEWEST_QUARTER = "window.start = '2025-10-01' AND slice_key IS NULL";

    @Test
    void whatAFeatureTellsAndWhatItsShiftDoesToAScorecardFollowFromItsBins() {
        Map<String, Double> woe = new HashMap<>();
        double goods = 0;
        double bads = 0;
        List<Row> bins = NEWCOMERS
                .output()
                .rows(
                        Tables.BINS,
                        "SELECT bin, reference_count, reference_bad_rate, woe FROM t WHERE column_name = 'utilisation'");
        for (Row bin : bins) {
            double bad = bin.getLong(1) == 0 ? 0 : bin.getDouble(2) * bin.getLong(1);
            goods += bin.getLong(1) - bad;
            bads += bad;
            woe.put(bin.getString(0), bin.getDouble(3));
        }
        double information = 0;
        for (Row bin : bins) {
            double bad = bin.getLong(1) == 0 ? 0 : bin.getDouble(2) * bin.getLong(1);
            double good = (bin.getLong(1) - bad + 0.5) / (goods + 0.5 * bins.size());
            double share = (bad + 0.5) / (bads + 0.5 * bins.size());
            assertEquals(Math.log(good / share), bin.getDouble(3), 1e-9);
            information += (good - share) * Math.log(good / share);
        }
        double effect = NEWCOMERS
                .output()
                .rows(
                        Tables.BIN_SHIFTS,
                        "SELECT bin, share - reference_share FROM t WHERE column_name = 'utilisation' AND "
                                + NEWEST_QUARTER)
                .stream()
                .mapToDouble(bin -> -woe.get(bin.getString(0)) * bin.getDouble(1))
                .sum();
        Row found = NEWCOMERS
                .rows(
                        Tables.FEATURE_SHIFTS,
                        "information_value, score_effect",
                        "column_name = 'utilisation' AND " + NEWEST_QUARTER)
                .get(0);
        assertEquals(information, found.getDouble(0), 1e-9);
        assertEquals(effect, found.getDouble(1), 1e-9);
        assertTrue(effect > 0.1, "riskier applicants came");
    }

    @Test
    void theFeaturesOfACohortShareAllImportanceAndTheMostImportantIsNamedFirst() {
        List<Row> features = NEWCOMERS
                .output()
                .rows(
                        Tables.FEATURE_SHIFTS,
                        "SELECT column_name, importance FROM t WHERE importance IS NOT NULL AND " + NEWEST_QUARTER
                                + " ORDER BY importance DESC");
        assertEquals(1, features.stream().mapToDouble(row -> row.getDouble(1)).sum(), 1e-9);
        assertEquals(30, features.size());
        assertEquals("bureau_score", features.get(0).getString(0));
        String moved = NEWCOMERS.summary();
        assertTrue(moved.indexOf("utilisation shifted") < moved.indexOf("channel shifted"), moved);
    }
}
