package io.tidemark.spark.pass;

import io.tidemark.profile.Cells;
import java.util.Iterator;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
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
    private final int fileColumn;
    private final Dictionaries dictionaries;
    private final DecimalType[] decimals;
    /** Columns of one sort are read in one loop, without a look at what each is. */
    private final int[] doubleColumns;

    private final int[] decimalColumns;
    private final int[] textColumns;
    private final int[] days = new int[MOST_ROWS];
    private final long[][] numbers;
    private final int[][] texts;
    private int rows;

    /** @param decimals the types of those numbers that are short decimals; null for the others */
    RowBlocks(Iterator<InternalRow> source, PassPlan plan, DecimalType[] decimals, Dictionaries dictionaries) {
        this.source = source;
        this.fileColumn = plan.file();
        this.dictionaries = dictionaries;
        this.decimals = decimals;
        this.doubleColumns = columns(plan, column -> plan.isNumeric(column) && decimals[column] == null);
        this.decimalColumns = columns(plan, column -> plan.isNumeric(column) && decimals[column] != null);
        this.textColumns = columns(plan, column -> !plan.isNumeric(column) && column != plan.file());
        this.numbers = new long[plan.columns()][];
        this.texts = new int[plan.columns()][];
        for (int column = 0; column < plan.columns(); column++) {
            if (plan.isNumeric(column)) {
                numbers[column] = new long[MOST_ROWS];
            } else {
                texts[column] = new int[MOST_ROWS];
            }
        }
    }

    private static int[] columns(PassPlan plan, IntPredicate which) {
        return IntStream.range(0, plan.columns()).filter(which).toArray();
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
        for (int column : doubleColumns) {
            int ordinal = FIRST_COLUMN + column;
            numbers[column][place] = row.isNullAt(ordinal) ? Cells.MISSING : Cells.of(row.getDouble(ordinal));
        }
        for (int column : decimalColumns) {
            int ordinal = FIRST_COLUMN + column;
            numbers[column][place] = row.isNullAt(ordinal) ? Cells.MISSING : cell(row, ordinal, decimals[column]);
        }
        for (int column : textColumns) {
            int ordinal = FIRST_COLUMN + column;
            texts[column][place] =
                    row.isNullAt(ordinal) ? NO_TEXT : dictionaries.of(column).id(row.getUTF8String(ordinal));
        }
    }

    private static long cell(InternalRow row, int ordinal, DecimalType type) {
        long unscaled = row.getDecimal(ordinal, type.precision(), type.scale()).toUnscaledLong();
        return Cells.of(ShortDecimals.toDouble(unscaled, type.scale()));
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
