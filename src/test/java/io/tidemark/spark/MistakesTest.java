package io.tidemark.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each of the user's mistakes is said with what, why and how to mend it; the exit code is 2 and nothing is written. */
@Tag("spark")
class MistakesTest {
    private static final List<String> TWO_MONTHS =
            List.of("day,amount,bad", "2024-01-05,10,0", "2024-01-20,20,1", "2024-02-03,30,0", "2024-02-11,40,");

    @TempDir
    Path folder;

    private Path table(List<String> lines) {
        return Csv.write(folder, "applicants.csv", lines);
    }

    private Said run(Path input, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "run",
                "--input",
                input.toString(),
                "--time",
                "day",
                "--output",
                folder.resolve("tables").toString()));
        arguments.addAll(List.of(more));
        return Said.by(arguments.toArray(new String[0]));
    }

    private void assertMistake(Said said, String... parts) {
        assertEquals(2, said.code(), said.err());
        for (String part : parts) {
            assertTrue(said.err().contains(part), () -> "'" + part + "' is not in: " + said.err());
        }
        assertFalse(said.err().contains("\tat "), said.err());
        assertTrue(new Output(folder.resolve("tables")).isUntouched());
    }

    @Test
    void severalMistakesAreToldAtOnce() {
        Said said =
                run(table(TWO_MONTHS), "--reference", "2024-01-01..2024-13-31", "--cohort", "moth", "--label", "bat");
        assertMistake(said, "2024-13-31", "Did you mean 'month'?", "Did you mean 'bad'?");
    }

    @Test
    void parquetThatIsTakenForCsv() {
        Path parquet = folder.resolve("applicants");
        Output.session().range(3).write().parquet(parquet.toString());
        assertMistake(run(parquet), "is no CSV", "Its files are Parquet.", "Give --format parquet.");
    }

    @Test
    void aColumnThatIsCalledAsABinaryFormatBeginsIsNoMistake() {
        Path table = table(List.of("ORC_score,day", "10,2024-01-05", "20,2024-01-20", "30,2024-02-03"));
        Said said = run(table, "--reference", "2024-01-01..2024-01-31");
        assertEquals(0, said.code(), said.err());
    }

    @Test
    void nobodyCanHaveLookedIntoWhatIsToCome() {
        Said said = run(table(TWO_MONTHS), "--reference", "2024-01-01..2024-01-31", "--accepted", "amount=2024-03-01");
        assertMistake(said, "--accepted 'amount=2024-03-01' is of a day after 2024-02-29", "Give the last day");
    }

    @Test
    void acceptedIncidentsOfAColumnThatIsNotThere() {
        Said said = run(table(TWO_MONTHS), "--reference", "2024-01-01..2024-01-31", "--accepted", "amuont=2024-02-01");
        assertMistake(said, "Did you mean 'amount'?");
    }

    @Test
    void anEmptyInput() {
        assertMistake(run(table(List.of("day,amount,bad")), "--reference", "2024-01-01..2024-01-31"), "has no rows");
    }

    @Test
    void noRowsInTheReference() {
        assertMistake(
                run(table(TWO_MONTHS), "--reference", "2023-01-01..2023-01-31"),
                "no row falls into the reference 2023-01-01..2023-01-31",
                "from 2024-01-01 to 2024-02-29");
    }

    @Test
    void oneSingleCohort() {
        assertMistake(
                run(table(TWO_MONTHS), "--reference", "2024-01-01..2024-01-31", "--cohort", "year"),
                "all rows fall into one cohort, 2024");
    }

    @Test
    void nothingOutsideTheReference() {
        assertMistake(
                run(table(TWO_MONTHS), "--reference", "2024-01-01..2024-02-29"),
                "every cohort belongs to the reference");
    }

    @Test
    void timesThatDoNotParseAreCountedWithAnExample() {
        List<String> lines = new ArrayList<>(TWO_MONTHS);
        lines.add("31/02/2024,50,0");
        lines.add("soon,60,0");
        assertMistake(
                run(table(lines), "--reference", "2024-01-01..2024-01-31"),
                "2 of 6 rows have a 'day' that is no date, such as '31/02/2024'");
    }

    @Test
    void aTimeColumnThatIsANumber() {
        List<String> months = List.of("day,amount", "202401,1", "202402,2");
        assertMistake(
                run(table(months), "--reference", "2024-01-01..2024-01-31"), "the time column 'day' is of type int");
    }

    @Test
    void aLabelWithThreeValues() {
        List<String> lines = new ArrayList<>(TWO_MONTHS);
        lines.add("2024-02-12,50,7");
        assertMistake(
                run(table(lines), "--reference", "2024-01-01..2024-01-31", "--label", "bad"),
                "the label 'bad' has more than two values: 0, 1, 7");
    }

    @Test
    void anInputThatIsNotThere() {
        assertMistake(
                run(folder.resolve("nowhere.csv"), "--reference", "2024-01-01..2024-01-31"),
                "cannot be read",
                "Path does not exist");
    }

    @Test
    void anOutputThatIsAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("taken"), "x");
        Said said = run(table(TWO_MONTHS), "--reference", "2024-01-01..2024-01-31");
        assertEquals(0, said.code(), said.err());
        Said blocked = Said.by(
                "run",
                "--input",
                folder.resolve("applicants.csv").toString(),
                "--time",
                "day",
                "--reference",
                "2024-01-01..2024-01-31",
                "--output",
                file.toString());
        assertEquals(2, blocked.code(), blocked.err());
        assertTrue(blocked.err().contains("cannot be written"), blocked.err());
        assertEquals("x", Files.readString(file));
    }

    @Test
    void modelsThatDoNotFitAreToldTogether() {
        Said said = run(
                table(TWO_MONTHS),
                "--reference",
                "2024-01-01..2024-01-31",
                "--label",
                "bad",
                "--score",
                "gone,line,champion",
                "--model",
                "gone=" + folder.resolve("gone.onnx"),
                "--model",
                "line=src/test/resources/onnx/line.onnx",
                "--model-features",
                "line=amount,bad",
                "--model",
                "champion=src/test/resources/onnx/champion.onnx");
        assertMistake(
                said,
                "the model 'gone' cannot be read from",
                "the model 'line' takes the column 'bad', which is the label",
                "the model 'champion' takes a column 'housing', which the input does not have");
    }

    @Test
    void aModelThatAReferenceTableCannotFeed() {
        Path reference = Csv.write(folder, "reference.csv", List.of("day,amount", "2023-01-05,10", "2023-01-20,20"));
        List<String> more = TWO_MONTHS.stream()
                .map(line -> line.startsWith("day") ? line + ",rate" : line + ",1")
                .toList();
        Said said = run(
                table(more),
                "--reference",
                "table:" + reference,
                "--score",
                "line",
                "--model",
                "line=src/test/resources/onnx/line.onnx",
                "--model-features",
                "line=amount,rate");
        assertMistake(said, "the model 'line' takes a column 'rate', which the reference table:");
    }
}
