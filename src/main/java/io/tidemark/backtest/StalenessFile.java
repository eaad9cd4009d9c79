package io.tidemark.backtest;

import io.tidemark.problem.Problems;
import io.tidemark.problem.UserMistake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A staleness matrix as a CSV file: a header, then a line for each model and cohort, in any order. The columns {@code train_end},
 * {@code eval_cohort}, {@code auc} and, for the Brier loss, {@code brier} and {@code gap_brier_se}, otherwise {@code gap_auc_se}, are read;
 * others may be there. Fields are numbers, so that none is quoted.
 */
public final class StalenessFile {
    private static final String MODEL = "train_end";
    private static final String COHORT = "eval_cohort";
    private static final String AUC = "auc";

    private final Path path;
    private final Loss loss;
    private final Map<String, Integer> columns = new HashMap<>();

    private StalenessFile(Path path, Loss loss) {
        this.path = path;
        this.loss = loss;
    }

    /**
     * Reads a file.
     *
     * @throws UserMistake if it cannot be read, lacks a column, has a field that is no number in its range, or is not a complete triangle
     */
    public static StalenessMatrix read(Path path, Loss loss) {
        try {
            return new StalenessFile(path, loss).matrix(Files.readAllLines(path));
        } catch (IOException e) {
            throw new UserMistake(Problems.unreadableMatrix(path.toString(), "It is not there, or is no text file."));
        }
    }

    private StalenessMatrix matrix(List<String> lines) {
        readHeader(lines.isEmpty() ? "" : lines.get(0));
        List<StalenessCell> cells = new ArrayList<>();
        for (int line = 1; line < lines.size(); line++) {
            if (!lines.get(line).isBlank()) {
                cells.add(cell(lines.get(line), line + 1));
            }
        }
        try {
            return StalenessMatrix.of(cells);
        } catch (IllegalArgumentException e) {
            throw mistake("The matrix is not complete: " + e.getMessage() + ".");
        }
    }

    private void readHeader(String header) {
        List<String> names =
                Arrays.stream(header.split(",", -1)).map(String::strip).toList();
        for (String needed : needed()) {
            if (!names.contains(needed)) {
                throw mistake("It has no column " + needed + " in its header, '" + header + "'.");
            }
            columns.put(needed, names.indexOf(needed));
        }
    }

    private List<String> needed() {
        return loss == Loss.BRIER
                ? List.of(MODEL, COHORT, AUC, "brier", "gap_brier_se")
                : List.of(MODEL, COHORT, AUC, "gap_auc_se");
    }

    private StalenessCell cell(String line, int number) {
        String[] fields = line.split(",", -1);
        try {
            double auc = Double.parseDouble(field(fields, AUC));
            return new StalenessCell(
                    Integer.parseInt(field(fields, MODEL)),
                    Integer.parseInt(field(fields, COHORT)),
                    loss == Loss.BRIER ? Double.parseDouble(field(fields, "brier")) : 1 - auc,
                    auc,
                    Double.parseDouble(field(fields, needed().get(needed().size() - 1))));
        } catch (NumberFormatException e) {
            throw mistake("Line " + number + ", '" + line + "', has a field that is not a number.");
        } catch (IllegalArgumentException e) {
            throw mistake("Line " + number + ", '" + line + "': " + e.getMessage() + ".");
        }
    }

    private static String field(String[] fields, int column) {
        return column < fields.length ? fields[column].strip() : "";
    }

    private String field(String[] fields, String column) {
        return field(fields, columns.get(column));
    }

    private UserMistake mistake(String reason) {
        return new UserMistake(Problems.unreadableMatrix(path.toString(), reason));
    }
}
