package io.tidemark.backtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.problem.UserMistake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StalenessFileTest {
    private static final String HEADER = "eval_cohort,train_end,auc,brier,gap_brier_se,gap_auc_se\n";
    private static final String COMPLETE = HEADER + "7,5,0.7,0.11,0.001,0.01\n6,5,0.8,0.1,0,0\n\n7,6,0.75,0.09,0,0\n";

    @TempDir
    private Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("matrix.csv"), text);
    }

    private String complaint(String text) throws IOException {
        Path file = file(text);
        return assertThrows(UserMistake.class, () -> StalenessFile.read(file, Loss.BRIER))
                .getMessage();
    }

    @Test
    void theLossIsTheOneThatWasAskedFor() throws IOException {
        StalenessMatrix brier = StalenessFile.read(file(COMPLETE), Loss.BRIER);
        StalenessMatrix auc = StalenessFile.read(file(COMPLETE), Loss.AUC);
        assertEquals(5, brier.firstModel());
        assertEquals(7, brier.lastCohort());
        assertEquals(0.11, brier.loss(5, 7));
        assertEquals(0.02, brier.gap(5, 7), 1e-15);
        assertEquals(0.001, brier.gapStandardError(5, 7));
        assertEquals(0.3, auc.loss(5, 7), 1e-15);
        assertEquals(0.05, auc.gap(5, 7), 1e-15);
        assertEquals(0.01, auc.gapStandardError(5, 7));
        assertEquals(0.7, brier.auc(5, 7));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7,6,0.75,0.09,0|the model through cohort 6 is missing on cohort 7",
                "7,6,0.75,0.09,0,0|there twice on cohort 7",
                "7,6,0.75,,0,0|Line 5, '7,6,0.75,,0,0', has a field that is not a number",
                "6,7,0.75,0.09,0,0|the cohort, 6, is not later than the model's last, 7",
                "7,6,1.75,0.09,0,0|the AUC, 1.75, is not between 0 and 1",
                "7,6,0.75,NaN,0,0|the loss, NaN, is not finite",
                "7,6,0.75,0.09,-1,0|the gap's standard error, -1.0, is not 0 or more",
                "7,6,0.75|has a field that is not a number"
            })
    void whatIsWrongIsSaidWithItsLine(String line, String complaint) throws IOException {
        boolean twice = complaint.contains("twice");
        boolean missing = complaint.contains("missing");
        String text = twice
                ? COMPLETE + line
                : missing ? COMPLETE.replace("7,6,0.75,0.09,0,0\n", "") : COMPLETE.replace("7,6,0.75,0.09,0,0", line);
        assertTrue(complaint(text).contains(complaint), complaint(text));
    }

    @Test
    void aFileThatIsNoMatrixIsRefused() throws IOException {
        assertTrue(complaint("").contains("no column train_end"));
        assertTrue(complaint(HEADER.replace("brier", "b")).contains("no column brier"));
        assertTrue(complaint(HEADER).contains("there is no cell"));
        assertTrue(complaint(HEADER + "90000,1,0.7,0.1,0,0\n").contains("it has 1 cells"));
        UserMistake absent =
                assertThrows(UserMistake.class, () -> StalenessFile.read(folder.resolve("absent.csv"), Loss.AUC));
        assertTrue(absent.getMessage().contains("absent.csv cannot be read"));
    }
}
