package io.tidemark.spark.pass;

import io.tidemark.profile.Cells;
import org.apache.spark.sql.vectorized.ColumnVector;

/** The numbers of a block as codes: each different one is read once, however many rows have it. */
final class CodedNumbers {
    private int[] codes = new int[0];
    private long[] cells = new long[0];

    /** Room for the codes of so many rows. */
    int[] room(int rows) {
        if (codes.length < rows) {
            codes = new int[rows];
        }
        return codes;
    }

    /** Reads the cell of each code from the first row that has it. */
    void readCells(ColumnVector vector, int rows, int end, VectorNumbers.CellReader reader) {
        cells = new long[end];
        boolean[] isKnown = new boolean[end];
        cells[FileCodes.MISSING] = Cells.MISSING;
        isKnown[FileCodes.MISSING] = true;
        for (int row = 0; row < rows; row++) {
            int code = codes[row];
            if (!isKnown[code]) {
                isKnown[code] = true;
                cells[code] = reader.read(vector, row);
            }
        }
    }

    /** The code of each row. */
    int[] codes() {
        return codes;
    }

    /** The cell of each code that a row has. */
    long[] cells() {
        return cells;
    }
}
