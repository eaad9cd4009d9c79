package io.tidemark.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.Said;
import io.tidemark.backtest.Backtest;
import io.tidemark.backtest.Matrices;
import io.tidemark.backtest.Policies;
import io.tidemark.backtest.Prices;
import io.tidemark.backtest.Replay;
import io.tidemark.backtest.StalenessMatrix;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BacktestReportTest {
    @TempDir
    private Path folder;

    /** Models trained before cohort 4 lose 0.1 more from then on. */
    private String jump() throws IOException {
        StringBuilder text =
                new StringBuilder("train_end,eval_cohort,n,bads,auc,brier,logloss,gap_brier_se,gap_auc_se\n");
        for (int model = 0; model < 11; model++) {
            for (int cohort = model + 1; cohort <= 11; cohort++) {
                double brier = cohort >= 4 && model < 4 ? 0.25 : 0.125;
                text.append(String.format(Locale.ROOT, "%d,%d,99,9,0.75,%s,1,0.001,0.01%n", model, cohort, brier));
            }
        }
        return Files.writeString(folder.resolve("jump.csv"), text).toString();
    }

    @Test
    void asCsvItHasALineForEveryPolicyWithAllDigits() throws IOException {
        Said said = Said.by("backtest", "--matrix=" + jump(), "--loss=brier", "--cost=0.1875", "--format=csv");
        assertEquals(0, said.code(), said.err());
        List<String> lines = said.out().lines().toList();
        assertEquals("policy,total,retrains,restores,oracle,times", lines.get(0));
        // The oracle waits for cohort 4: ten times 0.125, 0.25 once, and c. The rule sees gaps of 0.125
        // on 5 and 6, and pays for 4 to 6.
        assertEquals("LASTING_GAP,1.9375,1,0,1.6875,6", lines.get(1));
        assertEquals("CG_RESTORE,1.9375,1,0,1.6875,6", lines.get(3));
        assertTrue(said.out().contains("\nnever,2.375,0,0,1.6875,\n"), said.out());
        assertTrue(said.out().contains("\ntwice_as_bad,"), said.out());
        assertTrue(said.out().endsWith("\noracle,1.6875,1,0,1.6875,4\n"), said.out());
    }

    @Test
    void asATableTheCheapestComesFirstWithItsDistanceFromTheOracle() throws IOException {
        Said said = Said.by("backtest", "--matrix", jump(), "--loss", "brier", "--lag", "0", "--cost", "0.1875");
        assertEquals(0, said.code(), said.err());
        assertTrue(said.out().startsWith("cohorts 1 to 11, labels 0 late; a retrain costs 0.1875, a restore 0.01875"));
        List<String> lines = said.out().lines().toList();
        assertEquals("oracle                     1.68750        0.0 %         1         0  4", lines.get(3));
        assertTrue(
                said.out().contains("never                      2.37500       40.7 %         0         0\n"),
                said.out());
    }

    /** Off by 0.25 from cohort 4 on, which refitting cures. */
    private static Backtest ofRefitted() {
        StalenessMatrix jump = Matrices.of(0, 11, (model, cohort) -> cohort >= 4 && model < 4 ? 0.25 : 0.125);
        StalenessMatrix matrix =
                Matrices.refitted(jump, (model, cohort, refit) -> refit >= 5 ? 0.125 : jump.loss(model, cohort));
        return Backtest.of(new Replay(matrix, 0, Prices.ofRetrain(0.1875)), Policies.on(matrix));
    }

    @Test
    void whereItIsKnownWhatRefittingDoesItIsCountedAndSaidThatARunDoesIt() {
        String table = BacktestReport.of(ofRefitted(), "table");
        assertTrue(table.contains("a restore 0.01875, a recalibration 0.01875"), table);
        List<String> heads = table.lines().toList().get(2).transform(line -> List.of(line.split("  +")));
        assertEquals(
                List.of("policy", "total", "over oracle", "retrains", "restores", "recalibrations", "after cohorts"),
                heads);
        assertTrue(
                table.contains("The default is LASTING_GAP; a run recalibrates as well, as LASTING_GAP_RECALIBRATE."),
                table);
        List<String> csv = BacktestReport.of(ofRefitted(), "csv").lines().toList();
        assertEquals("policy,total,retrains,restores,oracle,times,recalibrations", csv.get(0));
        // Gains are known of 6: it serves refitted from 7 on, having paid 0.125 on 4, 5 and 6.
        assertTrue(csv.contains("LASTING_GAP_RECALIBRATE,1.76875,0,0,1.6875,,1"), csv::toString);
    }

    @Test
    void whatIsMissingOrWrongIsToldAtOnce() {
        Said said = Said.by("backtest", "--loss=gini", "--lag=-1", "--cost=0", "--format=json");
        assertEquals(2, said.code());
        assertTrue(said.err().contains("there is nothing to replay"), said.err());
        assertTrue(said.err().contains("--loss 'gini' is not known"), said.err());
        assertTrue(said.err().contains("--lag '-1' is too small"), said.err());
        assertTrue(said.err().contains("--cost '0' is not above 0"), said.err());
        assertTrue(said.err().contains("--format 'json' is not known"), said.err());
    }

    @Test
    void aLagThatLeavesNothingToReplayIsTheUsersMistake() throws IOException {
        Said said = Said.by("backtest", "--matrix=" + jump(), "--loss=auc", "--lag=11", "--cost=1");
        assertEquals(2, said.code());
        assertTrue(said.err().contains("Give at most 10 for this history"), said.err());
    }
}
