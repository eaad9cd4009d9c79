package io.tidemark.spark.pass;

import io.tidemark.profile.Cells;
import java.util.Iterator;
import org.apache.spark.rdd.InputFileBlockHolder;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Rows as blocks: some hundreds at a time are turned into columns.
 *
 * <p>A row holds the day and then the columns of the {@link PassPlan}, numbers as doubles or {@link ShortDecimals} and everything else as
 * texts; the place of the file is empty, since Spark tells it beside the rows.
 */
final class RowBlocks implements Iterator<Block>, Block {
    private static final int DAY = 0;
    private static final int FIRST_COLUMN = 1;
    private static final int MOST_ROWS = 1_024;

    private final Iterator<InternalRow> source;
    private final int columns;
    private final int fileColumn;
    private final Dictionaries dictionaries;
    private final int[] days = new int[MOST_ROWS];
    private final DecimalType[] decimals;
    private final long[][] numbers;
    private final int[][] texts;
    private int rows;

    /** @param decimals the types of those numbers that are short decimals; null for the others */
    RowBlocks(Iterator<InternalRow> source, PassPlan plan, DecimalType[] decimals, Dictionaries dictionaries) {
        this.source = source;
        this.columns = plan.columns();
        this.fileColumn = plan.file();
        this.decimals = decimals;
        this.dictionaries = dictionaries;
        this.numbers = new long[columns][];
        this.texts = new int[columns][];
        for (int column = 0; column < columns; column++) {
            if (plan.isNumeric(column)) {
                numbers[column] = new long[MOST_ROWS];
            } else {
                texts[column] = new int[MOST_ROWS];
            }
        }
    }

    @Override
    public boolean hasNext() {
        return source.hasNext();
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // as long as rows come from the same file, Spark has the same object for it
    public Block next() {
        UTF8String file = null;
        int fileId = NO_TEXT;
        for (rows = 0; rows < MOST_ROWS && source.hasNext(); rows++) {
            read(source.next(), rows);
            UTF8String current = InputFileBlockHolder.getInputFilePath();
            if (current != file) {
                file = current;
                fileId = dictionaries.of(fileColumn).id(file);
            }
            texts[fileColumn][rows] = fileId;
        }
        return this;
    }

    private void read(InternalRow row, int place) {
        days[place] = row.isNullAt(DAY) ? NO_DAY : row.getInt(DAY);
        for (int column = 0; column < columns; column++) {
            if (column == fileColumn) {
                continue;
            }
            int ordinal = FIRST_COLUMN + column;
            boolean isMissing = row.isNullAt(ordinal);
            if (numbers[column] != null) {
                numbers[column][place] = isMissing ? Cells.MISSING : cell(row, column, ordinal);
            } else {
                texts[column][place] =
                        isMissing ? NO_TEXT : dictionaries.of(column).id(row.getUTF8String(ordinal));
            }
        }
    }

    private long cell(InternalRow row, int column, int ordinal) {
        DecimalType decimal = decimals[column];
        return Cells.of(
                decimal == null
                        ? row.getDouble(ordinal)
                        : ShortDecimals.toDouble(
                                row.getDecimal(ordinal, decimal.precision(), decimal.scale())
                                        .toUnscaledLong(),
                                decimal.scale()));
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public void days(int[] into) {
        System.arraycopy(days, 0, into, 0, rows);
    }

    @Override
    public void numbers(int column, long[] into) {
        System.arraycopy(numbers[column], 0, into, 0, rows);
    }

    @Override
    public boolean coded(int column, CodedNumbers into) {
        return false;
    }

    @Override
    public void texts(int column, int[] into) {
        System.arraycopy(texts[column], 0, into, 0, rows);
    }
}
